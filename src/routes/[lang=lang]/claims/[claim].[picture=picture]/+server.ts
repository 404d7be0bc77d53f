/** GET /de/claims/c7.png: a statement as asked and as written, as a picture. */
export { GET } from '../../picture.ts';
export { preflight as OPTIONS } from '../../../reply.ts';
