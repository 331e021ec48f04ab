/** The sites that the functions are built with. */
export { sites } from '#sites';
