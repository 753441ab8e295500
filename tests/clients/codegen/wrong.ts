// What a typed client must not let pass. The test compiles it and wants an error in each line marked.

import { ask } from './client.js';
import { graphql } from './generated/index.js';

const One = graphql(`query One($code: String!) { municipality(code: $code) { name status } }`);

export async function wrong(url: string): Promise<void> {
  await ask(url, One, { code: 398 }); // error
  await ask(url, One, {}); // error
  const { municipality } = await ask(url, One, { code: '398' });
  municipality.name; // error: it may be null
  municipality?.population; // error: it was not asked for
  const status: 'DRAFT' | undefined = municipality?.status; // error: it has other values too
  const name: string | undefined = municipality?.name; // error: it may be null
  console.log(status, name);
}
