/** GET /de/questions/view-of-nato/by-region.svg: the same as `?by=region`. */
export { GET } from '../../../picture.ts';
export { preflight as OPTIONS } from '../../../../reply.ts';
