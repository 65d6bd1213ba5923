import type { TypedDocumentString } from '../gql/graphql';

/** Why an answer did not come: the API's own code, or one of the two that only a browser knows. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    /** The argument that is at fault, where it is one. */
    readonly field = '',
  ) {
    super(code);
  }
}

interface Answer<Result> {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string; field?: string } }[];
}

const patience = 15_000;
const keptFor = 5 * 60_000;
const kept = new Map<string, { at: number; data: unknown }>();

/** The name of a document's operation, for the server's log. */
const nameOf = (text: string): string | undefined => /^\s*query\s+(\w+)/.exec(text)?.[1];

async function post(body: string): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
      signal: AbortSignal.timeout(patience),
    });
  } catch (error) {
    throw new Refusal(
      error instanceof DOMException && error.name === 'TimeoutError' ? 'NO_ANSWER' : 'NETWORK',
    );
  }
}

/** Asks the API. Answers are kept for some minutes, so that going back is at once where one was. */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  fresh = false,
): Promise<Result> {
  const query = document.toString();
  const body = JSON.stringify({ query, variables, operationName: nameOf(query) });
  const known = kept.get(body);
  if (known && !fresh && Date.now() - known.at < keptFor) return known.data as Result;

  const response = await post(body);
  const answer = (await response.json().catch(() => ({}))) as Answer<Result>;
  const refused = answer.errors?.[0];
  // Half an answer would show a hole where a fact stands: any error refuses the page.
  if (refused || !answer.data)
    throw new Refusal(refused?.extensions?.code ?? `HTTP_${response.status}`, refused?.extensions?.field);
  kept.set(body, { at: Date.now(), data: answer.data });
  return answer.data;
}
