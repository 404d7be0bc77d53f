import { isExtract } from '#lib/formats/extract.ts';

export const match = isExtract;
