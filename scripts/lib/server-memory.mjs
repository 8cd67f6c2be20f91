/**
 * How node is told to keep the memory of a server, wherever one is started as it is shipped (docs/adr/0028): the whole heap
 * is gone over once it is eleven times what was in use, not four, which in a crowd is every thirteen seconds and not every
 * five; and what is young is looked at a little earlier, so that each look is shorter. The image names them in its CMD.
 */
export const SERVER_MEMORY = ['--max-semi-space-size=12', '--heap-growing-percent=1000', '--max-old-space-size=2048'];
