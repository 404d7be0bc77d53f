/** Forms in which a view can be had as a picture. */
export const pictures = ['svg', 'png'] as const;
export type Picture = (typeof pictures)[number];

export const isPicture = (value: string): value is Picture =>
	pictures.some((picture) => picture === value);

export const pictureTypes: Record<Picture, string> = {
	svg: 'image/svg+xml',
	png: 'image/png'
};
