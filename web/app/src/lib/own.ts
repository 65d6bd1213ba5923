import { declarationStates } from '../lang/declaration';
import '../lang/ownPages';
import type { PrivatePage } from '../lang/pages';
import { actors } from '../lang/trail';
import { act } from './act';
import { Refusal } from './api';
import { pageAt } from './cursors';
import { hint } from './hint.svelte';
import { codeOf } from './language';
import type { Place } from './place';
import { bySlug, instead, pageOf, type Answer, type Load, type PageFile } from './routes';

/**
 * A page that isn't the same for everyone. It is asked for each time, and shown whether anything is registered or not;
 * who may not see it is told so.
 */
function route<Data extends Answer & { viewer?: unknown }, Variables>(
  file: () => Promise<PageFile<Data, Variables>>,
  variables: (place: Place) => object = () => ({}),
  nameOf: (data: Data) => string | null | undefined = () => '',
): Load {
  return async (place) => {
    const { default: page, document } = await file();
    const asked = variables(place) as Variables;
    const data = await act(document, asked).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'FORBIDDEN') return null;
      throw error;
    });
    if (!data) return instead(await import('../pages/Forbidden.svelte'));
    if ('viewer' in data) hint.set(!!data.viewer);
    const name = nameOf(data);
    if (name == null) return { kind: 'missing' };
    return pageOf(page, data, name, data.register?.kind === 'SAMPLE');
  };
}

/** Which declarations of the queue the address asks for. */
const queueAsked = (query: string) => {
  const address = new URLSearchParams(query);
  const region = address.get('region');
  return {
    ...(region && { region }),
    ...(address.has('overlap') && { overlap: true }),
    ...(address.has('mine') && { claimed: true }),
  };
};

/** Which declarations the address asks for. */
const declarationsAsked = (query: string) => {
  const address = new URLSearchParams(query);
  const state = address.get('state') ?? '';
  const partner = address.get('partner');
  return {
    ...(Object.hasOwn(declarationStates, state) && { state }),
    ...(partner && { partner }),
  };
};

/** Which revisions the address asks for. */
const revisionsAsked = (query: string) => {
  const state = new URLSearchParams(query).get('state') ?? '';
  return ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'DISCARDED'].includes(state) ? { state } : {};
};

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Which entries of the trail the address asks for. */
const trailAsked = (query: string) => {
  const address = new URLSearchParams(query);
  const isThere = { from: isDay, until: isDay, actor: (value: string) => Object.hasOwn(actors, value) };
  return Object.fromEntries(
    Object.entries(isThere).flatMap(([name, known]) => {
      const value = address.get(name) ?? '';
      return known(value) ? [[name, value]] : [];
    }),
  );
};

/** What the address names, if anything. */
const named = (query: string, name: string) => new URLSearchParams(query).getAll(name).slice(0, 1);

/** What the address names as what is to be changed. */
const changed = (query: string, name: string) => {
  const named = new URLSearchParams(query).get(name);
  return { [name]: named ?? '', changes: !!named };
};

/** What a partner says publicly, or something else. */
type Said =
  | {
      isFromPartner: boolean;
      partner: { slug: string };
      withdrawnOn?: string | null;
      withdrawnAt?: string | null;
    }
  | Record<PropertyKey, never>;

/** Whether what the address names to be changed, if anything, is there, stands, and is its partner's own word. */
function isOwn(partner: { slug: string } | null | undefined, of: Said | null | undefined): boolean {
  if (of === undefined) return true;
  if (!of || !('partner' in of) || of.withdrawnOn || of.withdrawnAt) return false;
  return of.isFromPartner && of.partner.slug === partner?.slug;
}

const inLanguage = ({ lang }: Place) => ({ language: codeOf(lang) });

/** The pages for those who sign in, and those that lead there. */
export const own: Record<PrivatePage, Load> = {
  signIn: route(() => import('../pages/SignIn.svelte')),
  invitation: route(() => import('../pages/Invitation.svelte')),
  forgotten: route(() => import('../pages/Forgotten.svelte')),
  newPassword: route(() => import('../pages/NewPassword.svelte')),
  account: route(() => import('../pages/Account.svelte'), inLanguage),
  partnerSpace: route(
    () => import('../pages/PartnerSpace.svelte'),
    (place) => ({ ...inLanguage(place), ...bySlug(place), ...pageAt(place.query) }),
    (data) => data.partner?.nameText.value,
  ),
  announce: route(
    () => import('../pages/Announce.svelte'),
    (place) => ({ ...inLanguage(place), ...bySlug(place), ...changed(place.query, 'opening') }),
    ({ partner, opening }) => (isOwn(partner, opening) ? partner?.nameText.value : null),
  ),
  answer: route(
    () => import('../pages/Answer.svelte'),
    (place) => ({ ...inLanguage(place), ...bySlug(place), replies: named(place.query, 'reply') }),
    ({ partner, changed: [reply] }) => (isOwn(partner, reply) ? partner?.nameText.value : null),
  ),
  declare: route(
    () => import('../pages/Declare.svelte'),
    (place) => ({ ...inLanguage(place), ...bySlug(place) }),
    (data) => data.partner?.nameText.value,
  ),
  declaration: route(
    () => import('../pages/Declaration.svelte'),
    (place) => ({
      ...inLanguage(place),
      id: place.slug,
      ...(new URLSearchParams(place.query).has('drawn') && { drawn: true }),
      ...pageAt(place.query),
    }),
  ),
  declarations: route(
    () => import('../pages/Declarations.svelte'),
    (place) => ({ ...inLanguage(place), ...declarationsAsked(place.query), ...pageAt(place.query) }),
  ),
  queue: route(
    () => import('../pages/Queue.svelte'),
    (place) => ({ ...inLanguage(place), filter: queueAsked(place.query), ...pageAt(place.query) }),
  ),
  accounts: route(
    () => import('../pages/Accounts.svelte'),
    (place) => ({ ...inLanguage(place), ...pageAt(place.query) }),
  ),
  letters: route(
    () => import('../pages/Letters.svelte'),
    (place) => ({ ...inLanguage(place), ...pageAt(place.query) }),
  ),
  revisions: route(
    () => import('../pages/Revisions.svelte'),
    (place) => ({ ...inLanguage(place), filter: revisionsAsked(place.query), ...pageAt(place.query) }),
  ),
  revision: route(
    () => import('../pages/Revision.svelte'),
    (place) => ({ ...inLanguage(place), id: place.slug }),
  ),
  personRequest: route(() => import('../pages/PersonRequest.svelte')),
  personRequests: route(
    () => import('../pages/PersonRequests.svelte'),
    (place) => ({
      ...inLanguage(place),
      ...(!new URLSearchParams(place.query).has('all') && { open: true }),
      ...pageAt(place.query),
    }),
  ),
  trail: route(
    () => import('../pages/Trail.svelte'),
    (place) => ({ ...inLanguage(place), filter: trailAsked(place.query), ...pageAt(place.query) }),
  ),
};
