// For each rule of graphql-js: documents that break it, and documents that come close and do not. All over our schema.

const list = (args) => `{ municipalities(${args}) { totalCount } }`;
const LIST_OF_NOTHING = 'municipalities(first: 0) { nodes';

export const RULES = {
  ExecutableDefinitionsRule: {
    refused: [
      'type Query { __typename: String } { __typename }',
      'extend type Municipality { extra: String } { __typename }',
      'directive @mine on FIELD { __typename }',
      'schema { query: Query } { __typename }',
    ],
    accepted: ['query A { __typename }', '{ ...F } fragment F on Query { __typename }'],
  },
  UniqueOperationNamesRule: {
    refused: ['query A { __typename } query A { server { version } }', 'query A { __typename } query B { __typename } query A { __typename }'],
    accepted: [['query A { __typename } query B { __typename }', { operationName: 'A' }], 'query A { ...A } fragment A on Query { __typename }'],
  },
  LoneAnonymousOperationRule: {
    refused: ['{ __typename } query A { __typename }', 'query { __typename } { __typename }'],
    accepted: ['{ __typename }', 'query { __typename }', 'fragment F on Query { __typename } { ...F }'],
  },
  // There are no subscriptions; the test gives graphql-js a schema that has some, so that the rule sees them.
  SingleFieldSubscriptionsRule: {
    refused: ['subscription { a: server { version } b: server { version } }', 'subscription { ...F } fragment F on Subscription { a: server { version } b: server { version } }'],
    accepted: ['{ a: server { version } b: server { version } }'],
  },
  KnownTypeNamesRule: {
    refused: [
      '{ node(id: "x") { ... on Kunta { id } } }',
      '{ ...F } fragment F on Kysely { __typename }',
      'query ($f: KuntaFilter) { municipalities(filter: $f) { totalCount } }',
      'query ($day: Day) { municipalities(asOf: $day) { totalCount } }',
    ],
    accepted: [
      'query ($day: Date) { municipalities(asOf: $day) { totalCount } }',
      '{ search(text: "x") { nodes { record { ... on Municipality { code } ... on Record { name } } } } }',
      '{ __schema { ... on __Schema { queryType { name } } } }',
    ],
  },
  FragmentsOnCompositeTypesRule: {
    refused: [
      '{ server { ... on String { length } } }',
      '{ server { version ...F } } fragment F on Date { __typename }',
      '{ ...F } fragment F on MunicipalityFilter { and }',
      '{ ...F } fragment F on Status { __typename }',
    ],
    accepted: [`{ ${LIST_OF_NOTHING} { ... on Municipality { code } ... on Node { id } } } }`],
  },
  VariablesAreInputTypesRule: {
    refused: [
      'query ($m: Municipality) { municipalities(filter: $m) { totalCount } }',
      'query ($m: [Record!]!) { nodes(ids: $m) { id } }',
      'query ($m: Node) { node(id: $m) { id } }',
    ],
    accepted: [
      'query ($f: MunicipalityFilter, $o: [MunicipalityOrder!], $d: Date) { municipalities(filter: $f, orderBy: $o, asOf: $d) { totalCount } }',
    ],
  },
  ScalarLeafsRule: {
    refused: [
      '{ server }',
      '{ municipalities }',
      '{ server { version { major } } }',
      `{ ${LIST_OF_NOTHING} { status { name } } } }`,
      `{ ${LIST_OF_NOTHING} { validity } } }`,
      '{ node(id: "x") }',
      '{ __schema }',
      '{ __typename { name } }',
    ],
    accepted: [`{ ${LIST_OF_NOTHING} { status validity { from } } } }`],
  },
  FieldsOnCorrectTypeRule: {
    refused: [
      '{ nothing }',
      '{ Server { version } }',
      '{ node(id: "x") { name } }',
      '{ search(text: "x") { nodes { record { code } } } }',
      `{ ${LIST_OF_NOTHING} { ... on Node { code } } } }`,
      `{ ${LIST_OF_NOTHING} { ...F } } } fragment F on Municipality { family }`,
      '{ server { __schema { queryType { name } } } }',
      '{ server { __type(name: "Query") { name } } }',
    ],
    accepted: [
      '{ search(text: "x") { nodes { record { __typename ... on Municipality { code } } } } }',
      '{ __type(name: "Query") { name fields(includeDeprecated: true) { name } } }',
    ],
  },
  UniqueFragmentNamesRule: {
    refused: ['{ ...F } fragment F on Query { __typename } fragment F on Query { server { version } }'],
    accepted: ['{ ...F ...G } fragment F on Query { __typename } fragment G on Query { __typename }'],
  },
  KnownFragmentNamesRule: {
    refused: ['{ ...F }', '{ ...F } fragment F on Query { ...G }', '{ ...f } fragment F on Query { __typename }'],
    accepted: ['{ ...F } fragment F on Query { ...G } fragment G on Query { __typename }'],
  },
  NoUnusedFragmentsRule: {
    refused: [
      '{ __typename } fragment F on Query { __typename }',
      '{ __typename } fragment F on Query { ...G } fragment G on Query { ...F }',
      '{ ...F } fragment F on Query { __typename } fragment G on Query { ...F }',
    ],
    accepted: [['query A { __typename } query B { ...F } fragment F on Query { __typename }', { operationName: 'A' }]],
  },
  PossibleFragmentSpreadsRule: {
    refused: [
      `{ ${LIST_OF_NOTHING} { ... on Region { family } } } }`,
      `{ ${LIST_OF_NOTHING} { ...F } } } fragment F on Region { family }`,
      '{ server { ... on Node { id } } }',
      '{ server { ... on Query { __typename } } }',
      '{ search(text: "x") { nodes { ... on Record { id } } } }',
      '{ node(id: "x") { ... on Observation { value } } }',
    ],
    accepted: [
      `{ ${LIST_OF_NOTHING} { ... on Record { ... on Node { id } } } } }`,
      '{ search(text: "x") { nodes { record { ... on Node { ... on Region { family } } } } } }',
    ],
  },
  NoFragmentCyclesRule: {
    refused: [
      '{ ...F } fragment F on Query { ...F }',
      '{ ...F } fragment F on Query { __typename ...G } fragment G on Query { ...F }',
      `{ ${LIST_OF_NOTHING} { ...F } } } fragment F on Municipality { successors { ...F } }`,
      `{ ${LIST_OF_NOTHING} { ...F } } } fragment F on Municipality { successors { ... @include(if: false) { ...F } } }`,
    ],
    accepted: ['{ ...F ...G } fragment F on Query { ...G } fragment G on Query { __typename }'],
  },
  UniqueVariableNamesRule: {
    refused: [
      'query ($a: Int, $a: Int) { municipalities(first: $a) { totalCount } }',
      'query ($a: Int, $b: Int, $a: String) { municipalities(first: $a, last: $b) { totalCount } }',
    ],
    accepted: [['query A($a: Int) { municipalities(first: $a) { totalCount } } query B($a: Int) { municipalities(first: $a) { totalCount } }', { operationName: 'A' }]],
  },
  NoUndefinedVariablesRule: {
    refused: [
      list('first: $n'),
      list('filter: {code: {eq: $code}}'),
      list('filter: {code: {in: ["398", $code]}}'),
      '{ __typename @include(if: $b) }',
      '{ ...F } fragment F on Query { municipalities(first: $n) { totalCount } }',
      'query A($n: Int) { ...F } query B { ...F } fragment F on Query { municipalities(first: $n) { totalCount } }',
      '{ ... @skip(if: $b) { __typename } }',
      '{ ...F @skip(if: $b) } fragment F on Query { __typename }',
    ],
    accepted: ['query ($n: Int) { ...F } fragment F on Query { municipalities(first: $n) { totalCount } }'],
  },
  NoUnusedVariablesRule: {
    refused: [
      'query ($n: Int) { __typename }',
      'query A($n: Int) { ...F } query B($n: Int) { __typename } fragment F on Query { municipalities(first: $n) { totalCount } }',
    ],
    accepted: ['query ($b: Boolean = true) { __typename @include(if: $b) }', 'query ($b: Boolean = true) { ...F } fragment F on Query { ... @skip(if: $b) { __typename } __typename }'],
  },
  KnownDirectivesRule: {
    refused: [
      '{ __typename @unknown }',
      '{ __typename @deprecated }',
      'query @include(if: true) { __typename }',
      'query ($n: Int @skip(if: true)) { municipalities(first: $n) { totalCount } }',
      '{ ...F } fragment F on Query @include(if: true) { __typename }',
      '{ __typename @specifiedBy(url: "x") }',
      // Incremental delivery is not served, so its directives are unknown.
      '{ ... @defer { __typename } }',
      `{ municipalities(first: 0) { nodes @stream { code } } }`,
    ],
    accepted: ['{ __typename @include(if: true) ... @skip(if: false) { __typename } ...F @include(if: true) } fragment F on Query { __typename }'],
  },
  UniqueDirectivesPerLocationRule: {
    refused: [
      '{ __typename @skip(if: false) @skip(if: false) }',
      '{ ... @include(if: true) @include(if: true) { __typename } }',
      '{ ...F @skip(if: false) @include(if: true) @skip(if: false) } fragment F on Query { __typename }',
    ],
    accepted: ['{ __typename @skip(if: false) @include(if: true) }', '{ server @skip(if: false) { version @skip(if: false) } }'],
  },
  KnownArgumentNamesRule: {
    refused: [
      list('limit: 1'),
      '{ server(first: 1) { version } }',
      '{ __typename @skip(if: true, unless: true) }',
      '{ __type(name: "Query", kind: "OBJECT") { name } }',
      `{ ${LIST_OF_NOTHING} { name(language: "fi") } } }`,
      '{ search(text: "x") { nodes { record { name(asOf: "2020-01-01") } } } }',
    ],
    accepted: [list('first: 1, asOf: "2020-01-01"'), '{ __type(name: "Query") { fields(includeDeprecated: false) { name } } }'],
  },
  UniqueArgumentNamesRule: {
    refused: [list('first: 1, first: 1'), '{ __typename @skip(if: true, if: true) }'],
    accepted: ['{ a: municipalities(first: 1) { totalCount } b: municipalities(first: 1) { totalCount } }'],
  },
  ValuesOfCorrectTypeRule: {
    refused: [
      // Int
      list('first: 3000000000'),
      list('first: -2147483649'),
      list('first: 1.0'),
      list('first: 1e1'),
      list('first: "1"'),
      list('first: true'),
      list('first: ONE'),
      list('first: [1]'),
      list('first: {n: 1}'),
      'query ($n: Int = 2147483648) { municipalities(first: $n) { totalCount } }',
      'query ($n: Int = "1") { municipalities(first: $n) { totalCount } }',
      'query ($n: Int! = null) { networkAround(id: "x", distance: $n) { truncated } }',
      // String and ID
      '{ municipality(code: 398) { id } }',
      '{ municipality(code: true) { id } }',
      '{ municipality(code: ["398"]) { id } }',
      '{ municipality(code: KUNTA) { id } }',
      '{ node(id: null) { id } }',
      '{ node(id: 1.5) { id } }',
      '{ node(id: true) { id } }',
      '{ nodes(ids: [null]) { id } }',
      '{ nodes(ids: [["a"]]) { id } }',
      // Float, Boolean
      '{ regions(containing: {lon: "1", lat: 2}) { totalCount } }',
      '{ regions(containing: {lon: 1, lat: true}) { totalCount } }',
      '{ __typename @skip(if: "true") }',
      '{ __typename @skip(if: 1) }',
      '{ __typename @skip(if: null) }',
      list('filter: {validity: {endKnown: 1}}'),
      // enums
      '{ regions(filter: {family: {eq: "MAAKUNTA"}}) { totalCount } }',
      '{ regions(filter: {family: {eq: maakunta}}) { totalCount } }',
      '{ regions(filter: {family: {eq: KYLA}}) { totalCount } }',
      '{ regions(filter: {family: {in: [MAAKUNTA, 1]}}) { totalCount } }',
      list('orderBy: [{field: NAME, direction: UP}]'),
      // input objects
      list('filter: "398"'),
      list('filter: []'),
      list('filter: [{code: {eq: "398"}}, {code: {eq: "399"}}]'),
      list('filter: {postcode: {eq: "398"}}'),
      list('filter: {code: {equals: "398"}}'),
      list('filter: {code: "398"}'),
      list('filter: {and: [null]}'),
      list('filter: {and: {code: {eq: 398}}}'),
      list('orderBy: [{direction: ASC}]'),
      list('orderBy: [{field: null}]'),
      list('orderBy: [null]'),
      list('orderBy: {field: NAME, direction: null}'),
      '{ regions(containing: {lon: 1}) { totalCount } }',
      '{ regions(containing: {}) { totalCount } }',
      'query ($f: MunicipalityFilter = {postcode: {eq: "1"}}) { municipalities(filter: $f) { totalCount } }',
      'query ($p: PointInput = {lon: 1}) { regions(containing: $p) { totalCount } }',
      // a list where one value is wanted, in introspection too
      '{ __type(name: ["Query"]) { name } }',
      '{ __type(name: 1) { name } }',
    ],
    accepted: [
      list('first: 1, filter: null, orderBy: null, after: null, asOf: null'),
      list('filter: {and: {code: {eq: "398"}}}'),
      list('filter: {code: {in: "398"}}'),
      list('orderBy: {field: NAME}'),
      list('orderBy: []'),
      '{ regions(containing: {lon: 1, lat: 2.5}) { totalCount } }',
      '{ municipality(code: "") { id } }',
      '{ nodes(ids: []) { id } }',
      'query ($n: Int = null) { municipalities(first: $n) { totalCount } }',
      'query ($n: Int = 2) { municipalities(first: $n) { totalCount } }',
      'query ($f: MunicipalityFilter = {code: {in: ["1", "2"]}}) { municipalities(filter: $f) { totalCount } }',
    ],
  },
  ProvidedRequiredArgumentsRule: {
    refused: [
      '{ node { id } }',
      '{ record(scheme: "FI-KUNTA") { id } }',
      '{ search { totalCount } }',
      '{ __typename @skip }',
      '{ __typename @include(unless: true) }',
      '{ __type { name } }',
      '{ a: municipalities(first: 1) { nodes { id } } b: structureSummary { counts { kind } } }',
    ],
    // `distance` is required but has a default.
    accepted: ['{ search(text: "x") { totalCount } }', '{ record(scheme: "FI-KUNTA", value: "398") { id } }', `{ ${LIST_OF_NOTHING} { memberships { certainty } } } }`],
  },
  VariablesInAllowedPositionRule: {
    refused: [
      'query ($id: ID) { node(id: $id) { id } }',
      'query ($id: String!) { node(id: $id) { id } }',
      'query ($n: Float) { municipalities(first: $n) { totalCount } }',
      'query ($n: [Int]) { municipalities(first: $n) { totalCount } }',
      'query ($ids: [ID]!) { nodes(ids: $ids) { id } }',
      'query ($ids: [ID!]) { nodes(ids: $ids) { id } }',
      'query ($id: ID!) { nodes(ids: $id) { id } }',
      'query ($id: ID) { nodes(ids: [$id]) { id } }',
      'query ($b: Boolean) { __typename @skip(if: $b) }',
      'query ($b: String! = "x") { __typename @skip(if: $b) }',
      'query ($s: String) { municipalities(asOf: $s) { totalCount } }',
      'query ($f: RegionFilter) { municipalities(filter: $f) { totalCount } }',
      'query ($f: MunicipalityFilter) { municipalities(filter: {and: [$f]}) { totalCount } }',
      'query ($c: Int) { municipalities(filter: {code: {eq: $c}}) { totalCount } }',
      'query ($lon: Float) { regions(containing: {lon: $lon, lat: 1}) { totalCount } }',
      'query ($id: ID = null) { node(id: $id) { id } }',
      'query ($id: ID) { ...F } fragment F on Query { node(id: $id) { id } }',
      'query ($k: String) { municipalities(orderBy: {field: $k}) { totalCount } }',
    ],
    accepted: [
      ['query ($text: String!) { search(text: $text) { totalCount } }', { variables: { text: 'x' } }],
      'query ($text: String = "x") { search(text: $text) { totalCount } }',
      'query ($b: Boolean = false) { __typename @skip(if: $b) }',
      ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { variables: { ids: [] } }],
      ['query ($n: Int!) { municipalities(first: $n) { totalCount } }', { variables: { n: 1 } }],
      'query ($o: [MunicipalityOrder!]) { municipalities(orderBy: $o) { totalCount } }',
      'query ($lon: Float = 1) { regions(containing: {lon: $lon, lat: 1}) { totalCount } }',
      'query ($d: Direction = ASC) { municipalities(orderBy: {field: NAME, direction: $d}) { totalCount } }',
    ],
  },
  OverlappingFieldsCanBeMergedRule: {
    refused: [
      '{ a: server { version } a: municipalities { totalCount } }',
      '{ municipalities(first: 1) { totalCount } municipalities(first: 2) { totalCount } }',
      '{ municipalities { totalCount } municipalities(first: 1) { totalCount } }',
      '{ server { a: version } server { a: dataVersion } }',
      'query ($a: Int, $b: Int) { municipalities(first: $a) { totalCount } municipalities(first: $b) { totalCount } }',
      '{ ...F municipalities(first: 1) { totalCount } } fragment F on Query { municipalities(first: 2) { totalCount } }',
      '{ ...F ...G } fragment F on Query { a: __typename } fragment G on Query { a: server { version } }',
      // The types exclude each other, so the arguments may differ; what comes back may not.
      '{ search(text: "x") { nodes { record { ... on Municipality { a: code } ... on Region { a: coverage { certainty } } } } } }',
      '{ search(text: "x") { nodes { record { ... on Municipality { a: code } ... on Region { a: version } } } } }',
      '{ search(text: "x") { nodes { record { ... on Municipality { a: code } ... on Indicator { a: name } } } } }',
      '{ search(text: "x") { nodes { record { ... on Municipality { a: validity { b: from } } ... on Region { a: validity { b: fromPrecision } } } } } }',
      '{ search(text: "x") { nodes { record { ... on Record { a: name(lang: "fi") } ... on Region { a: name(lang: "sv") } } } } }',
      // Deep in lists.
      `{ ${LIST_OF_NOTHING} { regions { nodes { x: code } } } } municipalities(first: 0) { nodes { regions { nodes { x: name } } } } }`,
    ],
    accepted: [
      '{ server { version } server { version dataVersion } }',
      '{ municipalities(first: 1, asOf: "2020-01-01") { totalCount } municipalities(asOf: "2020-01-01", first: 1) { nodes { id } } }',
      'query ($a: Int) { municipalities(first: $a) { totalCount } municipalities(first: $a) { nodes { id } } }',
      '{ search(text: "x") { nodes { record { ... on Municipality { a: name(lang: "fi") } ... on Region { a: name(lang: "sv") } } } } }',
      '{ search(text: "x") { nodes { record { ... on Municipality { a: code } ... on Region { a: code } } } } }',
      '{ municipalities(filter: {code: {eq: "1", ne: "2"}}) { totalCount } municipalities(filter: {code: {eq: "1", ne: "2"}}) { totalCount } }',
      // The order of the fields of an object says nothing.
      '{ municipalities(filter: {code: {eq: "1", ne: "2"}}) { totalCount } municipalities(filter: {code: {ne: "2", eq: "1"}}) { totalCount } }',
    ],
  },
  UniqueInputFieldNamesRule: {
    refused: [
      list('filter: {code: {eq: "1"}, code: {eq: "2"}}'),
      list('filter: {and: [{code: {eq: "1", eq: "1"}}]}'),
      'query ($f: MunicipalityFilter = {code: {eq: "1", eq: "2"}}) { municipalities(filter: $f) { totalCount } }',
    ],
    accepted: [list('filter: {and: [{code: {eq: "1"}}, {code: {eq: "1"}}]}')],
  },
};
