import { isPicture } from '#lib/formats/picture.ts';

export const match = isPicture;
