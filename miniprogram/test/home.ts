/** Where somebody lives whose phone knows it. */
export const HOME = { village: '330822104219', villageName: '草坪村', town: '330822104', townName: '白石镇' };
