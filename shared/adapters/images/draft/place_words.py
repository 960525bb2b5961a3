"""The words that pictures are asked for with, and what each means here. In every table the longest word that fits wins."""

from typing import Literal

Time = Literal["dawn", "morning", "noon", "dusk", "night"]
Weather = Literal["clear", "cloudy", "rain", "snow", "fog", "storm"]

PLACE_WORDS: dict[str, str] = {
    "bedroom": "bedroom|bed room|nursery|hotel room|hospital room|hospital|ward|dormitory|child's room|children's room|her bed|his bed",
    "room": "living room|room|apartment|flat|house interior|hall of the house|parlour|parlor|salon|home|office|waiting room|dining room|bathroom",
    "kitchen": "kitchen|diner|bakery|pantry",
    "attic": "attic|loft|garret",
    "corridor": "corridor|hallway|passage|hall|school|prison|tunnel|subway|metro|elevator",
    "stairs": "stairs|staircase|stairway|stairwell",
    "library": "library|bookshop|bookstore|archive|study",
    "workshop": "workshop|studio|atelier|garage|factory|warehouse|barn",
    "classroom": "classroom|class room|schoolroom",
    "cafe": "cafe|café|bar|restaurant|pub|tavern|coffee shop|jazz club",
    "church": "church|cathedral|chapel|monastery|abbey",
    "temple": "temple|mosque|shrine|palace|ballroom|museum|castle hall|throne room",
    "synagogue": "synagogue|shul|beit knesset",
    "stage": "stage|concert hall|concert|theatre|theater|club|arena|auditorium|dance floor|disco",
    "train": "train carriage|train compartment|train car|inside a train|train|carriage|compartment|tram|bus",
    "station": "train station|railway station|station|platform|airport|bus stop|terminal",
    "car": "inside a car|car interior|back seat|dashboard|car|taxi|cab",
    "ceiling": "ceiling|paper boats across the ceiling",
    "street": "street|avenue|boulevard|road in town|crossing|crossroads|city|town|downtown|sidewalk|pavement|shop window",
    "alley": "alley|alleyway|lane|narrow street|old city|old town|bazaar|souk",
    "market": "market|marketplace|market square|fair|fairground|square|plaza|piazza|courtyard",
    "skyline": "skyline|cityscape|metropolis|skyscrapers|city lights|city below",
    "rooftops": "rooftops|rooftop|roofs|roof|balcony|terrace",
    "village": "village|hamlet|shtetl|farm|cottage|houses|house",
    "bridge": "bridge|viaduct|overpass",
    "harbour": "harbour|harbor|port|pier|dock|jetty|quay|marina|lighthouse",
    "road": "road|highway|path|country road|motorway|track|railway tracks|rails|trail",
    "playground": "playground|swing|swings|schoolyard|merry-go-round|carousel",
    "cemetery": "cemetery|graveyard|grave|ruins|ruin|battlefield",
    "park": "park|boulevard of trees|botanical garden|bench under",
    "garden": "garden|orchard|backyard|yard|vineyard|greenhouse|grove",
    "forest": "forest|woods|wood|jungle|trees|woodland|pine trees",
    "field": "field|wheat|wheat field|meadow|flower field|prairie|grassland|steppe|farmland|plain|grass|sunflowers",
    "hills": "hills|hill|hillside|valley|countryside|landscape|earth|land",
    "mountains": "mountains|mountain|peak|cliff|cliffs|summit|alps|rocks|canyon|volcano",
    "desert": "desert|dunes|dune|sand|sahara|wilderness|negev|wasteland",
    "snow": "snowfield|snowy landscape|snow landscape|tundra|ice|glacier|winter landscape|arctic|frozen lake",
    "sea": "sea|ocean|open water|waves|boat at sea|island|storm at sea|water|horizon",
    "beach": "beach|shore|seashore|coast|seaside|sandbank|bay",
    "lake": "lake|pond|lagoon|reservoir|puddle",
    "river": "river|stream|riverbank|brook|canal|creek|waterfall|embankment",
    "underwater": "underwater|under water|seabed|under the sea|beneath the waves|bottom of the sea|deep sea|coral",
    "cave": "cave|cavern|mine|grotto|cellar|basement|dungeon",
    "sky": "sky|clouds|cloud|heaven|heavens|air|above the clouds|sunset|sunrise|rainbow",
    "stars": "starry sky|night sky|stars|milky way|moon|constellation|full moon",
    "cosmos": "cosmos|outer space|space|universe|galaxy|planet|nebula|dream|void|abstract space|darkness",
}

FEATURE_WORDS: dict[str, str] = {
    "window": "window|windows|windowsill|pane",
    "bed": "bed|mattress|cot|crib|cradle",
    "lamp": "lamp|bedside lamp|nightlight|night light|lantern|lampshade|desk lamp",
    "curtain": "curtain|curtains|drapes",
    "table": "table|desk|workbench|counter",
    "chair": "chair|armchair|stool|seat",
    "sofa": "sofa|couch|settee",
    "shelf": "shelf|shelves|bookshelf|bookshelves|bookcase|cupboard|cabinet|books",
    "piano": "piano|upright piano|keyboard",
    "mirror": "mirror|looking glass",
    "picture": "painting|paintings|picture|poster|photographs|photos|portrait|framed",
    "rug": "rug|carpet",
    "fireplace": "fireplace|hearth|fire|stove",
    "door": "door|doorway|doorstep",
    "plant": "plant|potted plant|flowerpot|flowers|vase",
    "clock": "clock|wall clock",
    "chest": "chest|trunk|suitcase|crate|crates|boxes|box",
    "candles": "candle|candles|candlelight|candelabra|menorah",
    "tree": "tree|oak|willow|olive tree|pine|cypress",
    "house": "house|cottage|hut|cabin|farmhouse",
    "lighthouse": "lighthouse|beacon",
    "boat": "sailboat|fishing boat|boat|ship|boats",
    "moon": "moon|moonlight|moonlit|crescent",
    "sun": "sun|sunlight|sunbeam|sunlit|sunset|sunrise",
    "stars": "stars|starry|starlight",
    "rainbow": "rainbow",
    "birds": "birds|gulls|seagulls|flock",
    "flowers": "flowers|poppies|blossom|wildflowers|roses|daisies|sunflowers",
    "fence": "fence|wall|gate",
    "lights": "string lights|fairy lights|garland|city lights|neon|streetlight|street lamp|streetlamps|lampposts|street lamps",
    "mountains": "mountains|mountain|peaks|cliffs",
    "puddles": "puddle|puddles|wet|reflections|reflection",
    "umbrella": "umbrellas|parasols",
    "leaves": "autumn|fallen leaves|autumn leaves|golden leaves",
}

TIME_WORDS: dict[Time, str] = {
    "dawn": "dawn|sunrise|daybreak|first light|early morning|before sunrise",
    "morning": "morning|forenoon|breakfast",
    "noon": "noon|midday|day|afternoon|daylight|bright sun",
    "dusk": "dusk|sunset|evening|twilight|golden hour|blue hour|sundown|late afternoon|magic hour",
    "night": "night|midnight|nighttime|moonlight|moonlit|late at night|starlight|starry",
}

WEATHER_WORDS: dict[Weather, str] = {
    "rain": "rain|rainy|raining|drizzle|downpour|rain-wet",
    "snow": "snow|snowing|snowy|snowfall|blizzard|snowflakes",
    "fog": "fog|foggy|mist|misty|haze|smoke|hazy",
    "storm": "storm|stormy|thunder|lightning|tempest|thunderstorm",
    "cloudy": "cloudy|overcast|grey sky|gray sky|clouds|clouded",
    "clear": "clear|cloudless|blue sky|sunny|fair",
}

INDOORS = (
    "bedroom room kitchen attic corridor stairs library workshop classroom cafe church temple synagogue stage train car ceiling cave"
).split()
"""Places under a roof."""
