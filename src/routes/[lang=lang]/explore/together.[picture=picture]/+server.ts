/** GET /de/explore/together.png: two answers put together, as a picture. */
export { GET } from '../../picture.ts';
export { preflight as OPTIONS } from '../../../reply.ts';
