export const HOUSEHOLDS = { likely: {} };
