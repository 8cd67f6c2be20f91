import { programmes } from '@jinmen/shared/catalogue';
import { doors } from '@jinmen/shared/facts/doors';
import { questions } from '@jinmen/shared/facts/questions';
import type { House } from './open-doors';

/** What this release can ask and find. */
export const house: House = { doors, questions, programmes };
