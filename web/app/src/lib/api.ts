import type { TypedDocumentString } from '../gql/graphql';

/** Why an answer did not come: the API's own code, or one of the two that only a browser knows. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    /** The argument that is at fault, where it is one. */
    readonly field = '',
    readonly more: Reasons = {},
  ) {
    super(code);
  }
}

/** What an answer says of why it refuses. */
export interface Reasons {
  reason?: string;
  /** In how many seconds to try again. */
  retryAfter?: number;
  /** Each by itself, where several things are at fault. */
  faults?: { code: string; field: string; reason?: string }[];
}

interface Answer<Result> {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string; field?: string } & Reasons }[];
}

const patience = 15_000;
const keptFor = 5 * 60_000;
const kept = new Map<string, { at: number; data: unknown }>();

/** What names a document of a built app, which the program knows by its hash; null for any other. */
export const hashOf = (document: string) =>
  /^[0-9a-f]{64}$/.test(document) ? { persistedQuery: { version: 1, sha256Hash: document } } : null;

/**
 * The address of an answer. Of a built app's documents the program knows the hashes: that makes it short, and the answer
 * can be kept by whatever lies between. Others are written out.
 */
function addressOf(document: string, variables: unknown): string {
  const asked = new URLSearchParams();
  const extensions = hashOf(document);
  if (extensions) asked.set('extensions', JSON.stringify(extensions));
  else asked.set('query', document);
  const given = JSON.stringify(variables);
  if (given !== '{}') asked.set('variables', given);
  return `/graphql?${asked}`;
}

/** Asks the site itself, for as long as somebody waits. */
export async function request(address: string, more: RequestInit = {}, within = patience): Promise<Response> {
  try {
    return await fetch(address, {
      ...more,
      headers: { accept: 'application/json', ...more.headers },
      signal: AbortSignal.timeout(within),
    });
  } catch (error) {
    throw new Refusal(
      error instanceof DOMException && error.name === 'TimeoutError' ? 'NO_ANSWER' : 'NETWORK',
    );
  }
}

export async function dataOf<Result>(response: Response): Promise<Result> {
  const answer = (await response.json().catch(() => ({}))) as Answer<Result>;
  const refused = answer.errors?.[0];
  // Half an answer would show a hole where a fact stands: any error refuses the page.
  if (refused || !answer.data) {
    const { code = `HTTP_${response.status}`, field, ...more } = refused?.extensions ?? {};
    throw new Refusal(code, field, more);
  }
  return answer.data;
}

export const forgetKept = () => kept.clear();

/** Asks the API. Answers are kept for some minutes, so that going back is at once where one was. */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  fresh = false,
): Promise<Result> {
  const address = addressOf(document.toString(), variables);
  const known = kept.get(address);
  if (known && !fresh && Date.now() - known.at < keptFor) return known.data as Result;

  const data = await dataOf<Result>(await request(address));
  kept.set(address, { at: Date.now(), data });
  return data;
}
