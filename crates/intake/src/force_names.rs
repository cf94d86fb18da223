//! Names and codes of forces and of other bodies, besides those in the dataset.

/// The two-digit codes of the forces before the ONS codes, in the order of those (E23000001 to
/// E23000039, W15000001 to W15000004). Still used by the Department for Transport.
pub(super) const OLD_CODES: [u8; 43] = [
    1, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 16, 17, 20, 21, 22, 23, 30, 31, 32, 33, 34, 35, 36, 37,
    40, 41, 42, 43, 44, 45, 46, 47, 48, 50, 52, 53, 54, 55, 60, 61, 62, 63,
];

/// Words that do not distinguish one force from another.
pub(super) const COMMON_WORDS: [&str; 15] = [
    "police",
    "constabulary",
    "force",
    "service",
    "area",
    "the",
    "of",
    "and",
    "heddlu",
    "heddlur",
    "pfa",
    "iow",
    "isle",
    "wight",
    "county",
];

/// Bodies that record offences but are none of the 43, and forces elsewhere, as `gazetteer::key` normalises them.
pub(super) const OTHER_BODIES: [&str; 17] = [
    "british transport",
    "transport",
    "btp",
    "action fraud",
    "cifas",
    "finance uk",
    "agency crime national",
    "nca",
    "defence ministry",
    "mod",
    "civil nuclear",
    "scotland",
    "ireland northern",
    "psni",
    "guernsey",
    "jersey",
    "man",
];

/// Abbreviations, with the normalised name.
pub(super) const ABBREVIATIONS: [(&str, &str); 24] = [
    ("met", "metropolitan"),
    ("mps", "metropolitan"),
    ("metropolitan london", "metropolitan"),
    ("district metropolitan", "metropolitan"),
    ("city", "city london"),
    ("colp", "city london"),
    ("gmp", "greater manchester"),
    ("manchester", "greater manchester"),
    ("wmp", "midlands west"),
    ("wyp", "west yorkshire"),
    ("syp", "south yorkshire"),
    ("nyp", "north yorkshire"),
    ("tvp", "thames valley"),
    ("northants", "northamptonshire"),
    ("notts", "nottinghamshire"),
    ("cambs", "cambridgeshire"),
    ("beds", "bedfordshire"),
    ("herts", "hertfordshire"),
    ("lincs", "lincolnshire"),
    ("leics", "leicestershire"),
    ("staffs", "staffordshire"),
    ("wilts", "wiltshire"),
    ("hants", "hampshire"),
    ("lancs", "lancashire"),
];

/// Names in Welsh or in both languages, with the normalised English name.
pub(super) const WELSH: [(&str, &str); 7] = [
    ("gogledd", "north wales"),
    ("cymru gogledd", "north wales"),
    ("cymru gogledd north wales", "north wales"),
    ("cymru de", "south wales"),
    ("cymru de south wales", "south wales"),
    ("cymru dyfed powys", "dyfed powys"),
    ("cymru gwent", "gwent"),
];
