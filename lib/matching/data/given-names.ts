/**
 * Given names common in the world's news: before a surname or a place's name they make it another
 * person ("Michael Jordan", "Carly Kugelman"). Folded. General lists of names, nobody in particular.
 */
import { wordList } from './word-list';

export const GIVEN_NAMES = wordList(`
  abbas abdel abdelaziz abdulrahman abed adel adnan afonso agnes agnieszka ahmet aiden akbar akira aleksandr aleksei alessandro alhaji
  ameer amin amina amira anatoly anil anders antoine antoinette ante arjun arnaud arturo asad ashraf ayman ayse aziz azam bashir
  basil bassam beata bianca bjorn bogdan boutros bruno burak camille can carlo catalina celia cem cesar chiara chen claude
  cristina damian dario deepak denis denys dina dragan elif elias emil emre enzo erik esra fadi fahad farid farah farouk fatma
  faris fawzi federico ferhat filip firas fouad franz fuad gamal georges giorgi giulia goran gul gustavo habib hafez haider
  hakan hakim halima hamid hamza hani hanna haris haruki hatem heba hicham hikmet hiroshi hossein huda ibtisam ignacio ilya imad
  ingrid ioannis irina isaias ivanka jafar jalal jamal jamil jana javed jens jiri joaquin joao jorg jurgen kamal kareem kemal
  kenji khadija khaled khalil kumar laila lars latifa layla leila lena lorenzo lotfi luca luka luigi luiz mads magdalena maher
  mahdi majid malik manuel marat marek margarita mariam marwan maryam masoud mateusz mathias mehdi mehmet mei milan mirza
  mohsen moses mounir murat musa nabil nader naim najib nasser nathalie navid nawal nelson nikita nikola nizar oksana oleksandr
  omer orhan osama pavel pawel piotr pranab priya qasim rafiq raheem rahul raja rajesh rami rana rania rashid raza reza riad
  rodrigo roman rosario roza ruslan saad sabah saeed safa said sakura salah salem salim salma samer sami samira sana sanjay
  santiago selim serhiy shahid shadi shinzo siddiq slobodan soren stefano suleiman sultana sunil svetlana taha taher takeshi
  talal tamer tarek tatiana tayyip thierry toshiro tuncay umar usman vasily vikram vijay vitali vojislav volodymyr wael waleed
  walid wassim wolfgang yahya yasser yevgeny yoko youssef yulia yousef zahra zainab zaki zeynep ziad zoran
  aaron abdul abdullah abigail adam adrian ahmad ahmed aisha alan albert alejandro alex alexander alexandra
  alexei alexey alfred ali alice alicia alison allison amanda amber amir amy ana anas andre andrea andreas andrei andrew
  andy angela anita anna anne annie anthony anton antonio arthur ashley asif barbara barry beatrice ben
  benjamin bernard bernie beth betty beverly bilal bill billy bob bobby boris brad bradley brandon brenda brian
  bruce bryan caleb cameron carl carla carlos carly carmen carol caroline catherine cecilia charles charlie charlotte
  cheryl chloe chris christian christina christine christopher claire clara claudia colin connor craig cynthia dan
  daniel danielle danny david dawn dean deborah dennis derek diana diane diego dmitri dmitry donald donna
  doris dorothy doug douglas dylan ed eddie edgar eduardo edward edwin eileen elena eli elias elizabeth ella ellen
  emily emma emmanuel enrique eric erik erin ernest esther ethan eugene eva evan evelyn fabian faisal farhan fatima felix
  fernando florence frances francesco francis francisco frank franklin fred frederick gabriel gareth gary gavin
  gene geoff geoffrey george gerald gerard giovanni glenn gloria gordon grace graham greg gregory guy hannah hans
  harold harriet harry hasan hassan heather hector heidi helen helena henry herbert holly howard hugh hussein ian ibrahim igor
  imran irene isaac isabel isabella ismail ivan ivana jack jackie jacob jacqueline jake james jamie jan jane janet janice
  jason javier jay jean jeff jeffery jeffrey jennifer jenny jeremy jerome jerry jesse jessica jill jim jimmy jin joan joanna
  joe joel john johnny jon jonas jonathan jorge jose joseph josh joshua joyce juan judith judy julia julian julie
  justin karen karim karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kevin khalid kidd
  kim kimberly kirsten kyle larry laura lauren laurence lawrence leah lee leo leon leonard leslie lewis liam linda
  lisa liz lloyd louis louise lucas lucy luis luke lydia lynn mahmoud malcolm marc marcel marco marcus margaret
  maria marie marilyn marina mario marion mark marta martha martin marvin mary mateo matt matthew maureen maurice
  max maxim megan melania melissa michael michel michelle miguel mike mikhail miriam mohamed mohammad mohammed molly
  monica muhammad murray mustafa nadia nancy naomi natalia natalie natasha nathan neil nicholas nick nicola nicolas nicole nigel
  nikolai nina noah noor nora norman oleg olga oliver olivia omar oscar osman pablo pamela patricia patrick paul paula pauline
  pedro peggy penelope pete peter phil philip phillip philippe pierre rachel rafael ralph ramon randy
  raul ray raymond rebecca ricardo richard rick rita rob robert roberto robin rodney roger roland ron
  ronald rosa rose rosemary roy rudy russell ruth ryan sabrina salman sam samantha samuel sandra sara sarah saul scott
  sean sebastian sergei sergey serge shane shannon sharon sheila shirley simon sofia sonia sophia sophie stan
  stanley stefan stella stephanie stephen steve steven stuart sue susan suzanne sylvia tamara tania tara tariq ted terence
  teresa terry theodore theresa thomas tiffany tim timothy tina todd tom tommy tony tracy trevor tyler ursula
  valerie vanessa vera vernon veronica victor victoria vincent viktor virginia vivian vladimir wayne wendy william willie yasmin
  yolanda yuri yusuf yvonne zachary zainab zoe
`);
