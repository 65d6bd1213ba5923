import type { RowPartsFragment } from '../gql/graphql';

/** Which form a row of a draft is written in. */
export type Kind = 'job' | 'holder' | 'stage';

export function kindOf({ progress }: RowPartsFragment): Kind {
  if (!progress) return 'job';
  return progress.stage === 'WELCOMED' ? 'holder' : 'stage';
}
