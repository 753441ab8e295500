// Values of arguments: such as a client would give, and such as nobody should.

export const NUMBERS = [
  '0', '-0', '1', '-1', '2147483647', '2147483648', '-2147483648', '-2147483649', '9223372036854775807', '9223372036854775808',
  '99999999999999999999999999', '0.1', '-0.0', '1e308', '1e309', '-1e309', '5e-324', '1e-400', '1.00000000000000000001', '00', '1e', '0x10',
];

const LONG = 40_000;

/** Texts that have hurt somebody: controls, other planes, joiners, halves of pairs, patterns of LIKE, quotes, and long ones. */
export const TEXTS = [
  '', ' ', '%', '_', '\\', "'", '"', "';--", "' OR 1=1 --", '$1', '?', '{}', '\0', 'a\0b', '\u0001\u001f\u007f', '\n\r\t', '\u202e\u2066', '\u200b\ufeff',
  '\ud83d\ude00', '\u{10ffff}', '\ufffe\uffff', 'A\u030a', '\u0390\u01f0\ufb03', '\u0130i\u0307', '\u00df\u1e9e', 'e' + '\u0301'.repeat(200), '\ufdfa'.repeat(100),
  'NaN', 'null', 'true', '__proto__', 'constructor', '../../../etc/passwd', '%00', '%s%n', '\u00e5\u00e4\u00f6'.repeat(50),
  'a'.repeat(LONG), '\u00e4'.repeat(LONG / 2), '%'.repeat(5_000), '\ud800', '\udfff\ud800',
];

const DAYS = ['2005-01-01', '2008-12-31', '2009-01-01', '2010-06-01', '2016-01-01', '2020-02-29', '2023-07-01', '2025-01-01', '0001-01-01', '9999-12-31'];
const WILD = {
  Date: ['2007-02-31', '0000-00-00', '-0001-01-01', '10000-01-01', '2010-6-1', '2010-06-01T00:00:00Z', '\u0662\u0660\u0661\u0660-01-01', '+262143-12-31', '-262144-01-01', ''],
  DateTime: ['2010-01-01T00:00:00', '2010-01-01T24:00:00Z', '2016-12-31T23:59:60Z', '2010-01-01T00:00:00+99:99', '-262143-01-01T00:00:00Z', '9999-12-31T23:59:59.9999999999Z'],
  Decimal: ['1e10', '-', '.', '1,5', '999999999999.999999', '9999999999999', '0.0000001', '79228162514264337593543950336', '-0', 'NaN', 'Infinity', '\u0661'],
  Language: ['', 'f', 'fi-', '-fi', 'x-y', 'fi-FI-u-co-phonebk', 'a'.repeat(300), 'zz-ZZ', '*', '\u00e5'],
  Float: [1e308, -1e308, 5e-324, 90.0000001, -180, 180.1, 0, -0, 1e15],
  Int: [0, -1, 1, 500, 501, 2147483647, -2147483648],
};
const NAMES = ['Lahti', 'nastola', 'hame', 'P\u00e4ij\u00e4t-H\u00e4me', 'Rovaniemi', 'terveys', 'a', 'palvelu', 'Turku', 'strategia'];
const CODES = ['398', '532', '091', '07', '05', 'population', 'FI-KUNTA', 'M_vaesto'];

/** A value of a scalar, as JSON has it. `wild`: one that its type may not allow. `ids` exist. */
export function scalar(random, type, wild, ids) {
  if (wild && type in WILD && random.chance(0.8)) return random.pick(WILD[type]);
  if (wild && (type === 'String' || type === 'ID')) return random.pick(TEXTS);
  switch (type) {
    case 'Int':
      return random.int(0, 12);
    case 'Float':
      return random.pick([24.94, 60.17, 61.5, 0.5, 0.01, 25, 1, 5000]);
    case 'Boolean':
      return random.chance(0.5);
    case 'ID':
      return random.pick(ids);
    case 'Date':
      return random.pick(DAYS);
    case 'DateTime':
      return `${random.pick(DAYS)}T${String(random.int(0, 23)).padStart(2, '0')}:00:00Z`;
    case 'Decimal':
      return random.pick(['0', '1', '-1.5', '652.7', '100000', '0.000001']);
    case 'Language':
      return random.pick(['fi', 'sv', 'en', 'se']);
    default:
      return random.pick(random.chance(0.5) ? NAMES : CODES);
  }
}
