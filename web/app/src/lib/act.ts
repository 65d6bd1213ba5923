import type { TypedDocumentString } from '../gql/graphql';
import { dataOf, forgetKept, hashOf, request } from './api';

export const json = (body: object): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

/**
 * Asks the API as whoever is signed in, or has it do something: nothing of it is kept, here or on the way, nor what was kept
 * before, as that may have changed by it.
 */
export async function act<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const extensions = hashOf(document.toString());
  const asked = extensions ? { extensions } : { query: document.toString() };
  const answer = await request('/graphql', { method: 'POST', ...json({ ...asked, variables }) });
  forgetKept();
  return dataOf(answer);
}
