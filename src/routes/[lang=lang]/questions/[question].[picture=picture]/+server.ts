/** GET /de/questions/view-of-nato.png?by=time: the view as a picture. */
export { GET } from '../../picture.ts';
export { preflight as OPTIONS } from '../../../reply.ts';
