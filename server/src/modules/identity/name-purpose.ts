/** What a name is checked and used for: without a yes to it neither happens. */
export const NAME_PURPOSE = 'real-name-verification';
