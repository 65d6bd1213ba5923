import { conventionNamed } from '../lang/nouns';
import { space as words } from '../lang/space';
import { say } from './say.svelte';

/** What a reply can be about: one of them. */
interface About {
  convention?: { reference: string } | null;
  commitment?: { wording: string } | null;
  claim?: { statement: string } | null;
}

const short = (said: string) => (said.length > 120 ? `${said.slice(0, 120)}…` : said);

/** What a reply is about, as it is chosen from a list. */
export function aboutOf({ convention, commitment, claim }: About): string {
  if (convention) return say(conventionNamed)(convention.reference);
  if (commitment) return `${say(words.aCommitment)} · ${short(commitment.wording)}`;
  return claim ? `${say(words.aClaim)} · ${short(claim.statement)}` : '';
}
