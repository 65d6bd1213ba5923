import { graphql } from '../gql';

/** An officer's own claim, or another's by who may, is let go. */
export const release = graphql(`
  mutation ReleaseDeclaration($input: ReleaseDeclarationInput!) {
    releaseDeclaration(input: $input) {
      declaration {
        isClaimed
      }
    }
  }
`);
