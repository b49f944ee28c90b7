export const KETENS = ['straf', 'zorg', 'bestuur'] as const
export type Keten = (typeof KETENS)[number]
