import type { Component } from 'svelte';
import type { TypedDocumentString } from '../gql/graphql';
import { codeOf } from './language';
import { askedFor, viewOf, type Narrowable, type View } from './narrow';
import type { Place } from './place';

/** Answers a document otherwise than the API does for everyone. */
export type Asking = (document: TypedDocumentString<unknown, unknown>, variables: object) => Promise<unknown>;

interface File {
  default: unknown;
  document: unknown;
  narrowable?: Narrowable;
}

/** The pages that a draft changes most, by the name that what they are about has in their answer. */
const files: Partial<Record<string, () => Promise<File>>> = {
  signing: () => import('../pages/Signing.svelte'),
  convention: () => import('../pages/Convention.svelte'),
  partner: () => import('../pages/Partner.svelte'),
  commitment: () => import('../pages/Commitment.svelte'),
  opening: () => import('../pages/Opening.svelte'),
  source: () => import('../pages/Source.svelte'),
};

export interface Previewed {
  page: Component<{ data: unknown; view: View | undefined }>;
  data: unknown;
  view: View | undefined;
}

/** Whether a place can be previewed. */
export const isPreviewed = ({ page }: Place): boolean => !!page && page in files;

/** The page of a place with its data; null where it is about nothing. */
export async function previewed(
  { page, slug, lang, query }: Place,
  asking: Asking,
): Promise<Previewed | null> {
  const file = await files[page ?? '']?.();
  if (!file || !page) return null;
  const { narrowable } = file;
  const view = narrowable && viewOf(query, narrowable);
  const document = file.document as TypedDocumentString<unknown, unknown>;
  const data = await asking(document, {
    language: codeOf(lang),
    slug,
    ...(view && askedFor(view, narrowable)),
  });
  if (!(data as Record<string, unknown>)[page]) return null;
  return { page: file.default as Previewed['page'], data, view };
}
