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

/**
 * The address of an answer. Of a built app's documents the program knows the hashes: that makes it short, and the answer
 * can be kept by whatever lies between. Others are written out.
 */
function addressOf(document: string, variables: unknown): string {
  const asked = new URLSearchParams();
  if (/^[0-9a-f]{64}$/.test(document))
    asked.set('extensions', JSON.stringify({ persistedQuery: { version: 1, sha256Hash: document } }));
  else asked.set('query', document);
  const given = JSON.stringify(variables);
  if (given !== '{}') asked.set('variables', given);
  return `/graphql?${asked}`;
}

async function get(address: string): Promise<Response> {
  try {
    return await fetch(address, {
      headers: { accept: 'application/json' },
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
  const address = addressOf(document.toString(), variables);
  const known = kept.get(address);
  if (known && !fresh && Date.now() - known.at < keptFor) return known.data as Result;

  const response = await get(address);
  const answer = (await response.json().catch(() => ({}))) as Answer<Result>;
  const refused = answer.errors?.[0];
  // Half an answer would show a hole where a fact stands: any error refuses the page.
  if (refused || !answer.data)
    throw new Refusal(refused?.extensions?.code ?? `HTTP_${response.status}`, refused?.extensions?.field);
  kept.set(address, { at: Date.now(), data: answer.data });
  return answer.data;
}
