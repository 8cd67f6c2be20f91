import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/** A day with standards in force, fixed so that a figure measured next year means the same. */
export const AS_OF: CivilDate = '2026-06-01';
