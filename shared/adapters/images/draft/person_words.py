"""The words that descriptions of people are made of. Each table is read from the top: the first word found wins."""

from typing import Literal

OLD = "#C9C5C0"

STAGES: tuple[tuple[str, Literal["child", "teen", "adult", "old"]], ...] = (
    ("old (?:man|woman|lady|person|couple|king|rabbi|fisherman|shepherd)", "old"),
    ("elderly|grand(?:mother|father|ma|pa)|aged|white-haired|grey-haired|gray-haired", "old"),
    ("teen|teenage|teenager|adolescent|youth|young (?:girl|boy)", "teen"),
    ("child|children|girl|boy|kid|toddler|little|daughter|son", "child"),
)  # fmt: skip

HAIR_STYLES = (
    ("bald|shaved head|shaven", "bald"), ("balding|thinning|receding", "balding"),
    ("braids|pigtails|plaits|two braids", "braids"), ("braid|braided|plait", "braid"),
    ("ponytail|tied back", "ponytail"), ("bun|chignon|updo|hair up|pinned up", "bun"), ("afro", "afro"),
    ("curly|curls|frizzy|ringlets", "curly"), ("wavy|waves", "wavy"),
    ("long (?:[a-z-]+ ){0,3}hair|long-haired|long hair|waist-length|flowing hair", "long"),
    ("bob|shoulder-length|chin-length|medium-length", "bob"),
    ("short (?:[a-z-]+ ){0,3}hair|short-haired|cropped|crew cut|pixie|buzz", "short"),
)  # fmt: skip

HEADWEAR = (
    ("headscarf|head scarf|kerchief|tichel|hijab|veil", "headscarf"),
    ("kippah|kippa|yarmulke|skullcap|kipa", "kippah"), ("turban", "turban"), ("crown", "crown"),
    ("helmet", "helmet"), ("beanie|knitted cap|wool cap|woollen hat|woolen hat|knit cap", "beanie"),
    ("cap|beret", "cap"), ("hood|hooded", "hood"), ("hat|fedora|sunhat", "hat"),
)  # fmt: skip

GARMENTS = (
    ("raincoat|overcoat|trench ?coat|coat", "coat"), ("cloak|cape", "cloak"),
    ("nightgown|night dress|nightdress|wedding dress|gown|dress|pinafore|frock|sarafan", "dress"),
    ("robe|tunic|kimono|caftan|kaftan|djellaba|cassock|toga", "robe"), ("uniform|fatigues", "uniform"),
    ("suit|tuxedo", "suit"), ("cardigan", "cardigan"), ("jacket|blazer|parka|anorak|hoodie", "jacket"),
    ("vest|waistcoat", "vest"), ("sweater|jumper|pullover|knit top|turtleneck", "sweater"),
    ("t-shirt|tee|shirt|blouse|top|pajama|pyjama", "shirt"), ("skirt", "skirt"),
    ("trouser|pants|jeans|overalls|shorts|dungaree|legging", "trousers"), ("apron", "apron"),
    ("neckerchief|scarf|shawl|tallit", "scarf"), ("boot|shoe|sandal|sneaker|slipper", "shoes"),
    ("stocking|sock|tight", "stockings"),
)  # fmt: skip

THINGS = (("hair|braid|curl|ponytail", "hair"), ("skin|complexion", "skin"), ("eye", "eyes"), *HEADWEAR, *GARMENTS)

COLOURS = {
    "black": "#2A2830", "dark": "#33282A", "white": "#F0EBE2", "cream": "#EDE0C6", "ivory": "#EFE6D2",
    "grey": "#8D8C90",
    "gray": "#8D8C90", "silver": "#BDBCC2", "red": "#B5362F", "crimson": "#A0243A", "burgundy": "#6E2233",
    "maroon": "#6A2530",
    "scarlet": "#C2342A", "rust": "#A8532C", "pink": "#DF9AA8", "rose": "#C9717F", "orange": "#D9803A",
    "amber": "#D79A3A",
    "mustard": "#C79A35", "yellow": "#E3C04A", "gold": "#C9A04A", "golden": "#C99A4A", "blonde": "#D9B470",
    "blond": "#D9B470",
    "fair": "#E0C088", "ginger": "#B5602C", "auburn": "#7E3B22", "green": "#4E7A4E", "olive": "#6E6E3C",
    "teal": "#2F7478",
    "mint": "#A8D0B8", "turquoise": "#3F9EA0", "blue": "#3F6596", "navy": "#26365A", "sky": "#8AB4D6",
    "indigo": "#3A3A6E",
    "purple": "#6A4678", "violet": "#7A5A98", "lavender": "#B4A4CE", "lilac": "#BCA6C8", "brown": "#6B4630",
    "chestnut": "#5E3522",
    "tan": "#C29A6E", "beige": "#D6C3A2", "khaki": "#A89868", "camel": "#B98F5C", "hazel": "#7A5A34",
    "denim": "#4A648A",
}  # fmt: skip

WARDROBES = (
    ("#7A2E3A", "#4A4152", "#C9B79C", "#8A6A4A"), ("#35577A", "#3E3A40", "#D8CBB2", "#7A5A3E"),
    ("#4E6B52", "#5A4636", "#E0D3B8", "#8C5A40"), ("#B0683A", "#3A4458", "#E6DAC2", "#5A4A40"),
    ("#6A4F78", "#3C3642", "#D9C9BE", "#84684E"),
)  # fmt: skip
