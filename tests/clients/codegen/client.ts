// A small typed client: documents typed by graphql-codegen, sent with fetch.

import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { graphql } from './generated/index.js';
import type { RegionFamily } from './generated/graphql.js';

/** What the server refused, with its code. */
export class Refused extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** Sends a document with the variables that its type wants. */
export async function ask<Answer, Variables>(url: string, document: TypedDocumentNode<Answer, Variables>, variables: Variables): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: Answer;
    errors?: readonly { message: string; extensions: { code: string } }[];
  };
  const [error] = errors ?? [];
  if (error) throw new Refused(error.message, error.extensions.code);
  if (!data) throw new Refused('no answer', 'INTERNAL');
  return data;
}

const Members = graphql(`
  query Members($family: RegionFamily!, $code: String!, $day: Date!) {
    region(family: $family, code: $code, asOf: $day) {
      name
      status
      updatedAt
      validity { from fromPrecision to }
      municipalities(first: 100, orderBy: [{ field: NAME }]) {
        totalCount
        nodes {
          code
          name
          observations(filter: { indicatorCodes: ["population"], periodTo: { eq: $day } }) { nodes { value status } }
        }
      }
    }
  }
`);

/** Municipalities of a region on a day, with their population at the end of the day before. */
export async function members(url: string, family: RegionFamily, code: string, day: string) {
  const { region } = await ask(url, Members, { family, code, day });
  return region?.municipalities.nodes.map(({ code, name, observations }) => {
    const value: string | null | undefined = observations.nodes[0]?.value;
    return { code, name, population: value == null ? undefined : Number(value) };
  });
}

const Found = graphql(`
  query Found($text: String!) {
    search(text: $text, first: 5) {
      nodes {
        matched
        record {
          __typename
          name
          ... on Municipality { code center { lat lon } }
          ... on Region { family }
          ... on Organization { kind }
        }
      }
    }
  }
`);

/** What a search finds, in a line each: the types of the records tell what else there is. */
export async function found(url: string, text: string): Promise<string[]> {
  const { search } = await ask(url, Found, { text });
  return search.nodes.map(({ record }) => {
    switch (record.__typename) {
      case 'Municipality':
        return `${record.name} (${record.code}) at ${record.center?.lat.toFixed(1)}`;
      case 'Region':
        return `${record.name}, ${record.family}`;
      case 'Organization':
        return `${record.name}, ${record.kind}`;
      default:
        return `${record.name}, ${record.__typename}`;
    }
  });
}

const Count = graphql(`query Count($day: Date!) { municipalities(asOf: $day) { totalCount } }`);

/** How many municipalities there were on a day. */
export async function count(url: string, day: string): Promise<number> {
  return (await ask(url, Count, { day })).municipalities.totalCount;
}
