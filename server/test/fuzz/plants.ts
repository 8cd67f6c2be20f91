import { Problem } from '../../src/platform/http/problem';

/** Handlers that do what none may, so that a run shows it would notice. */
export const PLANTS = {
  throws: () => {
    throw new TypeError("Cannot read properties of undefined (reading 'person_id')");
  },
  sql: () => {
    throw new Problem(409, 'tea.cold', "没有写成：INSERT INTO person (id_number) VALUES ('110101194901010018')");
  },
  undescribed: () => {
    throw new Problem(418, 'tea.pot', '这里只有茶。');
  },
  lies: () => ({ id: 7, accountId: 'nobody asked' }),
} as const;

export type Plant = keyof typeof PLANTS;
