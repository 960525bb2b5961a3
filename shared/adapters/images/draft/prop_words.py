"""Other words for the things that can be drawn."""

IRREGULAR = {
    "leaves": "leaf",
    "knives": "knife",
    "loaves": "bread",
    "wolves": "wolf",
    "sheep": "sheep",
    "fish": "fish",
    "deer": "deer",
}
"""Plurals that do not end in a mere s."""

PAIRS = ("hands", "shoes", "wings", "footprints", "wine", "bread", "fire", "rope", "sheep", "fish", "deer", "glasses")
"""Nouns that are drawn once whatever their number."""

SYNONYMS = {
    "hand": "open hand", "palm": "open hand", "two hands": "hands", "holding hands": "hands", "joined hands": "hands",
    "shoe": "shoes", "boot": "shoes", "footprint": "footprints", "tear": "drop", "teardrop": "drop", "raindrop": "drop",
    "streetlight": "street lamp", "street light": "street lamp", "streetlamp": "street lamp", "lamppost": "street lamp",
    "traffic lights": "traffic light", "signpost": "road sign", "sign": "road sign", "roof": "house", "home": "house",
    "cottage": "house", "cabin": "house", "hut": "house", "campfire": "fire", "bonfire": "fire", "flame": "fire",
    "fireplace": "fire",
    "petal": "flower", "blossom": "flower", "bouquet": "flower", "daisy": "flower", "rosebud": "rose", "oak": "tree",
    "olive tree": "tree",
    "rowboat": "boat", "rowing boat": "boat", "canoe": "boat", "dinghy": "boat", "sailing boat": "sailboat",
    "sailing ship": "sailboat",
    "sail": "sailboat", "yacht": "sailboat", "steamship": "ship", "ocean liner": "ship", "ferry": "ship",
    "origami boat": "paper boat",
    "paper ship": "paper boat", "paper bird": "paper crane", "origami": "paper crane", "paper plane": "plane",
    "airplane": "plane",
    "aeroplane": "plane", "aircraft": "plane", "jet": "plane", "locomotive": "train", "railway": "train",
    "taxi": "car", "truck": "car",
    "bike": "bicycle", "luggage": "suitcase", "bag": "suitcase", "trunk": "suitcase", "telephone": "phone",
    "mic": "microphone",
    "vinyl": "record", "record player": "gramophone", "turntable": "gramophone", "keyboard": "piano",
    "fiddle": "violin", "cello": "violin",
    "drums": "drum", "envelope": "letter", "postcard": "letter", "note": "letter", "novel": "book", "diary": "book",
    "notebook": "book",
    "journal": "book", "bible": "book", "loaf": "bread", "challah": "bread", "mug": "cup", "teacup": "cup",
    "coffee": "cup", "tea": "cup",
    "wineglass": "wine", "goblet": "wine", "chalice": "wine", "glass of water": "glass", "birthday cake": "cake",
    "present": "gift",
    "parcel": "gift", "teddy": "teddy bear", "stuffed bear": "teddy bear", "toy bear": "teddy bear", "football": "ball",
    "pocket watch": "watch", "alarm clock": "clock", "diamond": "ring", "wedding ring": "ring", "tiara": "crown",
    "rod": "staff",
    "walking stick": "staff", "cane": "staff", "parasol": "umbrella", "photo": "picture frame",
    "photograph": "picture frame",
    "portrait": "picture frame", "painting": "picture frame", "frame": "picture frame", "banner": "flag",
    "quilt": "blanket",
    "armchair": "chair", "stool": "chair", "desk": "table", "gate": "door", "doorway": "door", "windowpane": "window",
    "oil lamp": "lantern", "candlelight": "candle", "seashell": "shell", "plume": "feather", "angel wings": "wings",
    "half moon": "crescent moon", "new moon": "crescent moon", "sunrise": "sun", "sunset": "sun",
    "hot air balloon": "balloon",
}  # fmt: skip
