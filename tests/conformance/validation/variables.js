// Values of variables. graphql-js says in the test which of them are refused.

const INT = 'query ($v: Int) { municipalities(first: $v) { totalCount } }';
const DISTANCE = 'query ($v: Int! = 1) { networkAround(id: "r", distance: $v) { truncated } }';
const FLOAT = 'query ($v: Float!) { regions(containing: {lon: $v, lat: 60}) { totalCount } }';
const STRING = 'query ($v: String!) { search(text: $v) { totalCount } }';
const CODE = 'query ($v: String) { municipalities(filter: {code: {eq: $v}}) { totalCount } }';
const ID = 'query ($v: ID!) { municipalities(filter: {id: {in: [$v]}}) { totalCount } }';
const IDS = 'query ($v: [ID!]!) { nodes(ids: $v) { id } }';
const BOOLEAN = 'query ($v: Boolean!) { __typename @skip(if: $v) server { version } }';
const DEFAULT = 'query ($v: Boolean! = true) { __typename @include(if: $v) }';
const ENUM = 'query ($v: RegionFamily) { regions(filter: {family: {eq: $v}}) { totalCount } }';
const ENUMS = 'query ($v: [RegionFamily!]) { regions(filter: {family: {in: $v}}) { totalCount } }';
const FILTER = 'query ($v: MunicipalityFilter) { municipalities(filter: $v) { totalCount } }';
const ORDER = 'query ($v: [MunicipalityOrder!]) { municipalities(orderBy: $v) { totalCount } }';
const POINT = 'query ($v: PointInput) { regions(containing: $v) { totalCount } }';

const NOTHING = Symbol('not given');

/** A value as JSON writes it, where JavaScript would write another. */
class Written {
  constructor(json) {
    this.json = json;
  }
}
const written = (json) => new Written(json);

function variables(value) {
  if (value === NOTHING) return '{}';
  return value instanceof Written ? `{"v": ${value.json}}` : JSON.stringify({ v: value });
}

/** Documents with one variable `v`, and the JSON of their variables. */
export const VARIABLES = [
  [INT, [NOTHING, null, 0, 1, 2147483647, 2147483648, -2147483649, 1.5, '1', '', true, [1], [], {}].concat(
      ['-0', '1.0', '1e2', '1e400', '9007199254740993', '18446744073709551616', '1.00000000000000000001'].map(written),
    )],
  [DISTANCE, [NOTHING, null, 1, '1', 2147483648]],
  [FLOAT, [NOTHING, null, 25, 25.5, '25', true, [25], {}, written('-0.0'), written('2.5e1'), written('1e400')]],
  [STRING, [NOTHING, null, 'x', 'ä😀', 1, 1.5, true, ['x'], [], {}, { text: 'x' }, written(String.raw`"\u00e4\ud83d\ude00"`)]],
  [CODE, [NOTHING, null, '', '398', 398, false, ['398']]],
  [ID, [NOTHING, null, 'x', 1, 1.5, true, ['x'], {}, written('9007199254740993')]],
  [IDS, [NOTHING, null, [], [null], [[]], [1.5], {}, true]],
  [BOOLEAN, [NOTHING, null, true, false, 0, 1, 'true', 'false', [true], {}]],
  [DEFAULT, [NOTHING, null, true, 'x']],
  [ENUM, [NOTHING, null, 'MAAKUNTA', 'maakunta', 'KYLA', '', 1, true, ['MAAKUNTA'], {}]],
  [ENUMS, [NOTHING, null, [], ['MAAKUNTA'], ['MAAKUNTA', 'ELY'], 'MAAKUNTA', [null], ['KYLA'], [['ELY']], 1]],
  [
    FILTER,
    [
      NOTHING,
      null,
      {},
      { code: null },
      { code: {} },
      { code: { eq: '398' } },
      { code: { eq: null } },
      { code: { eq: 398 } },
      { code: { in: '398' } },
      { code: { in: ['398', null] } },
      { code: { in: [['398']] } },
      { code: { equals: '398' } },
      { code: '398' },
      { code: ['398'] },
      { kunta: { eq: '398' } },
      { '': null },
      { __typename: 'MunicipalityFilter' },
      written('{"__proto__": null}'),
      { and: [] },
      { and: {} },
      { and: { code: { eq: '398' } } },
      { and: [{ code: { eq: '398' } }, { not: { and: [{ kunta: 1 }] } }] },
      { and: [null] },
      { not: null },
      { not: [] },
      { validity: { endKnown: 'true' } },
      { validity: { endKnown: false } },
      { identifier: {} },
      { identifier: { in: ['x'] } },
      { identifier: { in: null } },
      [],
      [{}],
      '{}',
      1,
      true,
    ],
  ],
  [
    ORDER,
    [
      NOTHING,
      null,
      [],
      { field: 'NAME' },
      [{ field: 'NAME' }, { field: 'CODE', direction: 'DESC' }],
      [{ field: 'NAME', direction: null }],
      [{ field: 'NAME', direction: 'desc' }],
      [{ direction: 'DESC' }],
      [{ field: null }],
      [{}],
      [null],
      ['NAME'],
      'NAME',
      [{ field: 'NAME', nulls: 'LAST' }],
    ],
  ],
  [POINT, [NOTHING, null, {}, { lon: 1 }, { lon: 1, lat: 2 }, { lon: '1', lat: 2 }, { lon: null, lat: 2 }, { lon: 1, lat: 2, alt: 3 }, [1, 2]]],
].flatMap(([query, values]) => values.map((value) => ({ query, json: variables(value) })));
