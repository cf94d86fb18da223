//! Names that readers use for forces beside their own and those of their districts.

/// By ONS code: short forms, counties that no district is called after, Welsh names.
///
/// A county finds every force that it lies in: a lieutenancy (ceremonial or preserved county), or a
/// county of former times. A former county whose name is still that of a force or of a lieutenancy
/// counts as it is today, so that Kent does not bring up London.
pub(super) const OTHER_NAMES: [(&str, &str); 36] = [
    ("E23000001", "Met|MPS|London|Greater London|Middlesex"),
    ("E23000003", "Lancs"),
    ("E23000005", "GMP|Gtr Manchester"),
    ("E23000006", "Ches"),
    ("E23000007", "Tyne and Wear|Tyneside"),
    ("E23000008", "Co Durham|Tees Valley"),
    ("E23000009", "North Yorks|N Yorks|North Riding of Yorkshire|West Riding"),
    ("E23000010", "West Yorks|W Yorks|WYP|West Riding of Yorkshire"),
    ("E23000011", "South Yorks|S Yorks|SYP|West Riding"),
    ("E23000012", "East Yorkshire|East Yorks|Humber"),
    (
        "E23000013",
        "Teesside|Tees Valley|North Riding of Yorkshire|county of North Yorkshire|county of Durham",
    ),
    ("E23000014", "West Mids|W Mids|WMP|Black Country"),
    ("E23000015", "Staffs"),
    ("E23000016", "Worcestershire|Worcs|Hereford and Worcester|Salop"),
    ("E23000017", "Warks"),
    ("E23000018", "Derbys"),
    ("E23000019", "Notts"),
    ("E23000020", "Lincs"),
    ("E23000021", "Leics"),
    ("E23000022", "Northants"),
    ("E23000023", "Cambs|Isle of Ely|Hunts"),
    ("E23000026", "Beds"),
    ("E23000027", "Herts|Middlesex"),
    ("E23000029", "TVP|Berkshire|Berks|Bucks|Oxfordshire|Oxon"),
    ("E23000030", "Hants"),
    ("E23000031", "Middlesex"),
    ("E23000033", "East Sussex|West Sussex"),
    ("E23000034", "Square Mile"),
    ("E23000035", "D&C"),
    ("E23000037", "Glos"),
    ("E23000038", "Wilts"),
    ("E23000039", "BCP"),
    (
        "W15000001",
        "Heddlu Gogledd Cymru|Heddlu'r Gogledd|Wales|Cymru|Clwyd|Ynys Môn|Sir Fôn|Sir Ddinbych|Sir y Fflint|Wrecsam|Caernarfonshire|Carnarvonshire|Sir Gaernarfon|Merionethshire|Meirionnydd",
    ),
    ("W15000002", "Heddlu Gwent|Wales|Cymru|Caerffili|Casnewydd|Tor-faen|Sir Fynwy"),
    (
        "W15000003",
        "Heddlu De Cymru|Heddlu'r De|Wales|Cymru|Glamorgan|Mid Glamorgan|South Glamorgan|West Glamorgan|Morgannwg|Bro Morgannwg|Abertawe|Caerdydd|Castell-nedd Port Talbot|Merthyr Tudful|Pen-y-bont ar Ogwr|Rhondda Cynon Tâf",
    ),
    (
        "W15000004",
        "Heddlu Dyfed-Powys|Wales|Cymru|Sir Benfro|Sir Gâr|Sir Gaerfyrddin|Cardiganshire|Sir Aberteifi|Brecknockshire|Breconshire|Sir Frycheiniog|Montgomeryshire|Sir Drefaldwyn|Radnorshire|Sir Faesyfed",
    ),
];
