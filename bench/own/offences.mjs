// The offences of the made table: codes, titles, groups and subgroups shaped like those of the Home Office's
// open table, written from memory. Only the eleven child codes of ../../data/offences.csv are taken from a source.
const LIST = `
Violence against the person / Homicide
1 Murder|4.1 Manslaughter|4.10 Corporate manslaughter|4.2 Infanticide
Violence against the person / Death or serious injury caused by illegal driving
4.3 Intentional destruction of a viable unborn child|4.4 Causing death or serious injury by dangerous driving|4.6 Causing death or serious injury by careless driving when under the influence of drink or drugs|4.7 Causing or allowing death of child or vulnerable person|4.8 Causing death by careless or inconsiderate driving|4.9 Causing death or serious injury by driving: unlicensed, disqualified or uninsured drivers|37.1 Causing death by aggravated vehicle taking
Violence against the person / Violence with injury
2 Attempted murder|5D Assault with intent to cause serious harm|5E Endangering life|8N Assault with injury|8P Racially or religiously aggravated assault with injury|8S Assault with injury on a constable|8T Assault with injury on an emergency worker (other than a constable)|8K Poisoning or female genital mutilation
Violence against the person / Violence without injury
3A Conspiracy to murder|3B Threats to kill|11A Cruelty to children or young persons|12 Abandoning a child under two years|13 Child abduction|14 Procuring illegal abortion|36 Kidnapping|104 Assault without injury on a constable|105A Assault without injury|105B Racially or religiously aggravated assault without injury|106 Modern slavery
Violence against the person / Stalking and harassment
8L Harassment|8M Racially or religiously aggravated harassment|8Q Stalking|8R Malicious communications|8U Controlling and coercive behaviour
Sexual offences / Rape
19C Rape of a female aged 16 and over|19F Rape of a male aged 16 and over|19J Rape of a female of unknown age, not recorded elsewhere|19K Rape of a male of unknown age, not recorded elsewhere|19D *|19E *|19G *|19H *
Sexual offences / Other sexual offences
17A Sexual assault on a male aged 13 and over|17B *|20A Sexual assault on a female aged 13 and over|20B *|21 *|22A Causing sexual activity without consent|22B *|23 Incest or familial sexual offences|24 Exploitation of prostitution|27 Soliciting for the purpose of prostitution|70 Sexual activity etc with a person with a mental disorder|71 *|72 Trafficking for sexual exploitation|73 *|88A *|88C Other miscellaneous sexual offences|88D Unnatural sexual offences|88E Exposure and voyeurism
Robbery / Robbery of business property
34A Robbery of business property
Robbery / Robbery of personal property
34B Robbery of personal property
Theft offences / Domestic burglary
28A Burglary in a dwelling|28B Attempted burglary in a dwelling|28C Distraction burglary in a dwelling|28D Attempted distraction burglary in a dwelling|28E Burglary, residential|28F Attempted burglary, residential|28G Distraction burglary, residential|28H Attempted distraction burglary, residential|29 Aggravated burglary in a dwelling|29A Aggravated burglary, residential
Theft offences / Non-domestic burglary
30A Burglary in a building other than a dwelling|30B Attempted burglary in a building other than a dwelling|30C Burglary, business and community|30D Attempted burglary, business and community|31 Aggravated burglary in a building other than a dwelling|31A Aggravated burglary, business and community
Theft offences / Vehicle offences
37.2 Aggravated vehicle taking|45 Theft from a motor vehicle|48 Theft or unauthorised taking of a motor vehicle|126 Interfering with a motor vehicle
Theft offences / Theft from the person
39 Theft from the person
Theft offences / Bicycle theft
44 Theft or unauthorised taking of a pedal cycle
Theft offences / Shoplifting
46 Shoplifting
Theft offences / All other theft offences
35 Blackmail|40 Theft in a dwelling other than from an automatic machine or meter|41 Theft by an employee|42 Theft of mail|43 Dishonest use of electricity|47 Theft from an automatic machine or meter|49 Other theft|49A Making off without payment
Criminal damage and arson / Arson
56A Arson endangering life|56B Arson not endangering life
Criminal damage and arson / Criminal damage
57 Criminal damage endangering life|58A Criminal damage to a dwelling|58B Criminal damage to a building other than a dwelling|58C Criminal damage to a vehicle|58D Other criminal damage|58E Racially or religiously aggravated criminal damage to a dwelling|58F Racially or religiously aggravated criminal damage to a building other than a dwelling|58G Racially or religiously aggravated criminal damage to a vehicle|58H Racially or religiously aggravated other criminal damage|58J Racially or religiously aggravated criminal damage|59 Threat or possession with intent to commit criminal damage
Drug offences / Trafficking of drugs
92A Trafficking in controlled drugs|92B Other drug offences of production or import
Drug offences / Possession of drugs
92C Other drug offences|92D Possession of controlled drugs (excluding cannabis)|92E Possession of controlled drugs (cannabis)
Possession of weapons offences / Possession of weapons offences
10A Possession of firearms with intent|10B Possession of firearms offences|10C Possession of other weapons|10D Possession of article with blade or point|81 Other firearms offences|90 Other knives offences
Public order offences / Public order offences
9A Public fear, alarm or distress|9B Racially or religiously aggravated public fear, alarm or distress|62A Violent disorder|62B Affray|64 Riot|65 Violent disorder, not recorded elsewhere|66 Other offences against the State or public order
Miscellaneous crimes against society / Miscellaneous crimes against society
33 Going equipped for stealing, etc.|33A Making, supplying or possessing articles for use in fraud|38 Profiting from or concealing proceeds of crime|54 Handling stolen goods|60 Forgery or use of false drug prescription|61 Other forgery|61A Possession of false documents|67 Perjury|69 Offender management offences|76 Aiding suicide|79 Perverting the course of justice|86 Obscene publications, etc. and protected sexual material|95 Disclosure, obstruction, false or misleading statements, etc.|96 Wildlife crime|99 Other indictable or triable-either-way offences|802 Dangerous driving
`;

/** [{code, title, group, subgroup}], the titles of the child codes from `childTitles` (a Map by code). */
export function offences(childTitles) {
  const list = [];
  let group = "", subgroup = "";
  for (const line of LIST.trim().split("\n")) {
    if (line.includes(" / ")) [group, subgroup] = line.split(" / ");
    else {
      for (const item of line.split("|")) {
        const [, code, words] = item.match(/^(\S+) (.*)$/);
        list.push({ code, title: words === "*" ? childTitles.get(code) : words, group, subgroup });
      }
    }
  }
  return list;
}
