/**
 * States and provinces that the press writes behind a town's name, also abbreviated as it does.
 * Folded. Washington and New York are left out: behind a comma they are the cities as often.
 */
export const SUBDIVISIONS: ReadonlySet<string> = new Set(
  `alabama,ala,alaska,arizona,ariz,arkansas,ark,california,calif,colorado,colo,connecticut,conn,delaware,del,florida,fla,
georgia,ga,hawaii,idaho,illinois,ill,indiana,ind,iowa,kansas,kan,kentucky,ky,louisiana,la,maine,maryland,md,
massachusetts,mass,michigan,mich,minnesota,minn,mississippi,miss,missouri,mo,montana,mont,nebraska,neb,nevada,nev,
new hampshire,nh,new jersey,nj,new mexico,nm,north carolina,nc,north dakota,nd,ohio,oklahoma,okla,oregon,ore,
pennsylvania,pa,rhode island,ri,south carolina,sc,south dakota,sd,tennessee,tenn,texas,tex,tx,utah,vermont,vt,
virginia,va,west virginia,wisconsin,wis,wyoming,wyo,
ontario,ont,quebec,alberta,british columbia,manitoba,saskatchewan,nova scotia,new brunswick,newfoundland,
new south wales,nsw,queensland,tasmania,south australia,western australia`
    .split(',')
    .map((name) => name.trim()),
);
