//! Names as Finnish places have them, in three languages, as many different ones as are wanted.

/// A name in Finnish, Swedish and English.
pub struct Name {
    /// Finnish.
    pub fi: String,
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
}

const QUALIFIERS: [(&str, &str); 10] = [
    ("", ""),
    ("Ylä-", "Övre "),
    ("Ala-", "Nedre "),
    ("Etelä-", "Södra "),
    ("Pohjois-", "Norra "),
    ("Itä-", "Östra "),
    ("Länsi-", "Västra "),
    ("Uusi-", "Ny-"),
    ("Iso-", "Stor-"),
    ("Vähä-", "Lill-"),
];
const STEMS: [(&str, &str); 42] = [
    ("Kangas", "Hed"),
    ("Kuusi", "Gran"),
    ("Koivu", "Björk"),
    ("Leppä", "Al"),
    ("Haapa", "Asp"),
    ("Pihlaja", "Rönn"),
    ("Tammi", "Ek"),
    ("Honka", "Fur"),
    ("Karhu", "Björn"),
    ("Susi", "Varg"),
    ("Hirvi", "Älg"),
    ("Kettu", "Räv"),
    ("Joutsen", "Svan"),
    ("Kurki", "Tran"),
    ("Kotka", "Örn"),
    ("Hauki", "Gädd"),
    ("Lohi", "Lax"),
    ("Siika", "Sik"),
    ("Ahven", "Abborr"),
    ("Kivi", "Sten"),
    ("Hiekka", "Sand"),
    ("Savi", "Ler"),
    ("Musta", "Svart"),
    ("Valkea", "Vit"),
    ("Puna", "Röd"),
    ("Sini", "Blå"),
    ("Kirkko", "Kyrk"),
    ("Mylly", "Kvarn"),
    ("Silta", "Bro"),
    ("Linna", "Slott"),
    ("Kauppa", "Köp"),
    ("Satama", "Hamn"),
    ("Laiva", "Skepps"),
    ("Paju", "Vide"),
    ("Ruoko", "Vass"),
    ("Kaisla", "Säv"),
    ("Heinä", "Hö"),
    ("Kaura", "Havre"),
    ("Ruis", "Råg"),
    ("Ohra", "Korn"),
    ("Äyräs", "Brädd"),
    ("Öljy", "Olje"),
];
const ENDINGS: [(&str, &str); 11] = [
    ("niemi", "udden"),
    ("järvi", "träsk"),
    ("koski", "fors"),
    ("lahti", "viken"),
    ("salmi", "sund"),
    ("mäki", "backa"),
    ("kylä", "by"),
    ("vaara", "berg"),
    ("joki", "å"),
    ("saari", "ö"),
    ("ranta", "strand"),
];

/// The `index`-th place name; they repeat after some thousands.
#[must_use]
pub fn place(index: usize) -> Name {
    let (stem_fi, stem_sv) = STEMS[index % STEMS.len()];
    let (end_fi, end_sv) = ENDINGS[index / STEMS.len() % ENDINGS.len()];
    let (fi, sv) = QUALIFIERS[index / (STEMS.len() * ENDINGS.len()) % QUALIFIERS.len()];
    let name = format!("{fi}{stem_fi}{end_fi}");
    Name { sv: format!("{sv}{stem_sv}{end_sv}"), en: name.clone(), fi: name }
}

/// Kinds of place where services are given.
pub const POINTS: [(&str, &str, &str); 10] = [
    ("terveysasema", "hälsostation", "health centre"),
    ("päiväkoti", "daghem", "day-care centre"),
    ("kirjasto", "bibliotek", "library"),
    ("yhtenäiskoulu", "enhetsskola", "comprehensive school"),
    ("uimahalli", "simhall", "swimming hall"),
    ("nuorisotalo", "ungdomsgård", "youth centre"),
    ("palvelutalo", "servicehus", "service house"),
    ("neuvola", "rådgivningsbyrå", "child health clinic"),
    ("yhteispalvelupiste", "samservicekontor", "public service point"),
    ("liikuntahalli", "idrottshall", "sports hall"),
];

/// Bodies of a municipality, with their kinds.
pub const BODIES: [(&str, &str, &str, &str); 3] = [
    ("COUNCIL", "valtuusto", "fullmäktige", "council"),
    ("BOARD", "hallitus", "styrelse", "board"),
    ("COMMITTEE", "sivistyslautakunta", "bildningsnämnd", "education committee"),
];

/// Services, each given at many points.
pub const SERVICES: [(&str, &str, &str); 6] = [
    ("neuvonta", "rådgivning", "advice"),
    ("vastaanotto", "mottagning", "reception"),
    ("ryhmätoiminta", "gruppverksamhet", "group activities"),
    ("lainaus", "utlåning", "lending"),
    ("kotipalvelu", "hemservice", "home help"),
    ("kuntoutus", "rehabilitering", "rehabilitation"),
];
