// Agreement with graphql-js: the server refuses the documents and the values of variables that graphql-js refuses over the
// published schema, and no others. What they see differently is named in EXCEPTIONS, with the reason.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildSchema, extendSchema, getVariableValues, parse, specifiedRules, validate } from 'graphql';
import { ROOT, codes, post, start } from '../support/server.js';
import { mutated } from '../validation/mutate.js';
import { RULES } from '../validation/rules.js';
import { SYNTAX } from '../validation/syntax.js';
import { VARIABLES } from '../validation/variables.js';

const EXCEPTIONS = {
  // Newer than the October 2021 edition, which the server's parsers read. Variables carry any text.
  'an escape in braces': 'accepted by graphql-js only',
  'a pair of surrogates': 'accepted by graphql-js only',
  'a description on an operation': 'accepted by graphql-js only',
  'a description on a fragment': 'accepted by graphql-js only',
  'a description on a variable': 'accepted by graphql-js only',
  // async-graphql reads it as a Float.
  'a negative zero': 'accepted by graphql-js only',
};

// JSON numbers that are whole but not written as integers. JavaScript cannot tell them from integers; the specification
// wants integers for Int, and the server can tell.
const NOT_WRITTEN_AS_INTEGERS = ['{"v": -0}', '{"v": 1.0}', '{"v": 1e2}', '{"v": 1.00000000000000000001}'];

// No rule of the specification: the server counts what introspection may answer instead, so that shallow but broad is refused
// and deep but narrow is not. `limits` below shows it.
const OWN_LIMITS = ['MaxIntrospectionDepthRule'];

// A longer search: SEUTU_MUTATIONS=10000 SEUTU_SEED=2 npm test
const MUTATIONS = Number(process.env.SEUTU_MUTATIONS ?? 500);
const SEED = Number(process.env.SEUTU_SEED ?? 1);

const REFUSALS = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'];
const schema = buildSchema(readFileSync(path.join(ROOT, 'schema.graphql'), 'utf8'));
const withSubscriptions = extendSchema(schema, parse('type Subscription { server: Server! } extend schema { subscription: Subscription }'));

const short = (text) => JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}..` : text);

describe('agreement with graphql-js', () => {
  let server;
  before(async () => {
    server = await start('--empty');
  });
  after(() => server?.stop());

  test('every rule has documents', () => {
    const rules = specifiedRules.map((rule) => rule.name).filter((name) => !OWN_LIMITS.includes(name));
    assert.deepEqual(Object.keys(RULES).sort(), rules.sort());
    for (const [name, { refused, accepted }] of Object.entries(RULES)) assert.ok(refused.length && accepted.length, name);
  });

  for (const rule of specifiedRules.filter((rule) => rule.name in RULES)) {
    describe(rule.name, () => {
      const over = rule.name === 'SingleFieldSubscriptionsRule' ? withSubscriptions : schema;
      for (const query of RULES[rule.name].refused) {
        test(`refused: ${short(query)}`, async () => {
          assert.notEqual(validate(over, parse(query), [rule]).length, 0, 'graphql-js refuses it by this rule');
          const answer = await post(server.url, { query });
          assert.ok(REFUSALS.includes(codes(answer)[0]), answer.text);
          assert.equal('data' in answer.json, false, answer.text);
        });
      }
      for (const document of RULES[rule.name].accepted) {
        const [query, more] = [document].flat();
        test(`accepted: ${short(query)}`, async () => {
          assert.deepEqual(validate(over, parse(query)), [], 'graphql-js accepts it');
          const answer = await post(server.url, { query, ...more });
          assert.deepEqual(codes(answer), [], answer.text);
        });
      }
    });
  }

  describe('syntax', () => {
    for (const [name, query] of Object.entries(SYNTAX)) {
      test(name, async () => {
        const answer = await post(server.url, { query, variables: { a: 'AQ' } });
        const refused = REFUSALS.includes(codes(answer)[0]) || (codes(answer).length > 0 && name in EXCEPTIONS);
        assert.equal(refused, refuses(query) || name in EXCEPTIONS, answer.text);
        if (name in EXCEPTIONS) assert.equal(refuses(query), false, 'the exception is needed no more');
      });
    }
  });

  describe('variables', () => {
    for (const { query, json } of VARIABLES) {
      test(`${short(query)} with ${json}`, async () => {
        const document = parse(query);
        assert.deepEqual(validate(schema, document), []);
        const { errors } = getVariableValues(schema, document.definitions[0].variableDefinitions, JSON.parse(json));
        const answer = await post(server.url, `{"query": ${JSON.stringify(query)}, "variables": ${json}}`);
        // Refused as a whole; what a field refuses itself comes beside `data`.
        const refused = ['BAD_USER_INPUT', 'BAD_REQUEST'].includes(codes(answer)[0]) && !('data' in answer.json);
        const exception = query.includes('$v: Int)') && NOT_WRITTEN_AS_INTEGERS.includes(json);
        assert.equal(refused, exception || errors !== undefined, `${errors ?? 'graphql-js accepts it'}\n${answer.text}`);
      });
    }
  });

  test('documents that are almost right', async (t) => {
    const texts = Object.values(RULES).flatMap(({ refused, accepted }) => [...refused, ...accepted].map((document) => [document].flat()[0]));
    let accepted = 0;
    for (const query of mutated(texts, MUTATIONS, SEED)) {
      // graphql-js leaves it to the execution that there are no subscriptions.
      if (query.includes('subscription')) continue;
      const answer = await post(server.url, { query });
      // An object where a scalar of ours is wanted: graphql-js looks into it, the server refuses it as a whole when it runs.
      const noScalar = /Expected input type \\"(Date|DateTime|Decimal|Language)\\", found \{/.test(answer.text);
      assert.equal(REFUSALS.includes(codes(answer)[0]) || noScalar, refuses(query) || noScalar, `${query}\n${answer.text}`);
      accepted += refuses(query) ? 0 : 1;
    }
    t.diagnostic(`${accepted} of ${MUTATIONS} accepted`);
    assert.ok(accepted > MUTATIONS / 20);
  });

  test('limits: introspection is refused by what it may answer', async () => {
    const broad = '{ __schema { types { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } } } } } }';
    assert.equal(codes(await post(server.url, { query: broad }))[0], 'COST_LIMIT');
  });
});

function refuses(query) {
  try {
    return validate(schema, parse(query)).length > 0;
  } catch {
    return true;
  }
}
