/** Where what belongs to one farewell is asked for. */
export function pathsOf(id: string) {
  const farewell = `/farewells/${encodeURIComponent(id)}`;
  return {
    farewell,
    passes: `${farewell}/passes`,
    certificate: `${farewell}/certificate`,
    memory: `${farewell}/memory`,
  } as const;
}
