/** GET /de/regions.png: East and West as a picture. */
export { GET } from '../picture.ts';
export { preflight as OPTIONS } from '../../reply.ts';
