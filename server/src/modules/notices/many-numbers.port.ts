/** In the audit: somebody at a desk looked at more numbers than anybody can call. Whoever watches the records sees it. */
export const MANY_NUMBERS = 'staff.many-numbers';
