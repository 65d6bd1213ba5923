import type { Component } from 'svelte';
import type { Language, TypedDocumentString } from '../gql/graphql';
import type { PageName } from '../lang/pages';
import * as home from '../pages/Home.svelte';
import { ask } from './api';
import { codeOf } from './language';
import type { Place } from './place';

export type Loaded =
  | { kind: 'page'; page: Component<{ data: unknown }>; data: unknown; name: string; sample: boolean }
  | { kind: 'missing' }
  | { kind: 'empty' };

interface Answer {
  register?: { kind: 'REAL' | 'SAMPLE' } | null;
}

/** What a page's file holds: how it looks, and what it asks for. */
interface PageFile<Data, Variables> {
  default: Component<{ data: Data }>;
  document: TypedDocumentString<Data, Variables>;
}

type Load = (place: Place, fresh: boolean) => Promise<Loaded>;

/** A page: what it asks for follows from the address, and its name from the answer. */
function route<Data extends Answer, Variables>(
  file: () => PageFile<Data, Variables> | Promise<PageFile<Data, Variables>>,
  variables: (place: Place, language: Language) => Variables,
  nameOf: (data: Data) => string | null | undefined = () => '',
): Load {
  return async (place, fresh) => {
    const { default: page, document } = await file();
    const data = await ask(document, variables(place, codeOf(place.lang)), fresh);
    if (!data.register) return { kind: 'empty' };
    const name = nameOf(data);
    if (name == null) return { kind: 'missing' };
    const sample = data.register.kind === 'SAMPLE';
    // The page and its data belong together here and are never parted afterwards.
    return { kind: 'page', page: page as Component<{ data: unknown }>, data, name, sample };
  };
}

const only = (_: Place, language: Language) => ({ language });
const listed = ({ after }: Place, language: Language) => ({ language, after });
const named = ({ slug }: Place, language: Language) => ({ language, slug });

// The home page comes with the app, being where most readers arrive; the others when they are wanted.
const routes: Record<PageName, Load> = {
  home: route(() => home, only),
  signings: route(() => import('../pages/Signings.svelte'), listed),
  signing: route(
    () => import('../pages/Signing.svelte'),
    named,
    (data) => data.signing?.titleText.value,
  ),
  conventions: route(() => import('../pages/Conventions.svelte'), listed),
  convention: route(
    () => import('../pages/Convention.svelte'),
    named,
    (data) => data.convention?.reference,
  ),
  partners: route(() => import('../pages/Partners.svelte'), listed),
  partner: route(
    () => import('../pages/Partner.svelte'),
    named,
    (data) => data.partner?.nameText.value,
  ),
  sources: route(() => import('../pages/Sources.svelte'), listed),
  source: route(
    () => import('../pages/Source.svelte'),
    named,
    ({ source }) => source && (source.title ?? source.publisherText?.value),
  ),
};

export const load: Load = async (place, fresh) =>
  place.page ? routes[place.page](place, fresh) : { kind: 'missing' };
