import { childGuides } from './child-guides';
import { elderGuides } from './elder-guides';
import { emergencyGuides } from './emergency-guides';
import { farewellGuides } from './farewell-guides';
import { generalGuides } from './general-guides';
import type { Guide } from './guide';

/** In the order residents read them: the sensitive ones last. */
export const guides: readonly Guide[] = [
  ...generalGuides,
  ...emergencyGuides,
  ...elderGuides,
  ...childGuides,
  ...farewellGuides,
];
