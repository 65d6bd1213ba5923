import type { TypedDocumentString } from '../gql/graphql';
import { dataOf, forgetKept, hashOf, request } from './api';

export const json = (body: object): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

/**
 * Asks the API as whoever is signed in, or has it do something: nothing of it is kept, here or on the way; nor, where
 * something was done, what was kept before.
 */
export async function act<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const extensions = hashOf(document.toString());
  const asked = extensions ? { extensions } : { query: document.toString() };
  // What does something has an input. That its answer is lost doesn't say that nothing was done.
  const does = typeof variables === 'object' && variables !== null && 'input' in variables;
  try {
    return await dataOf<Result>(
      await request('/graphql', { method: 'POST', ...json({ ...asked, variables }) }),
    );
  } finally {
    if (does) forgetKept();
  }
}
