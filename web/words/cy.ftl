### Pob gair ar y tudalennau, yn Gymraeg. Welsh, with its six plural forms; the names are those of en.ftl, which says how
### this file is used. What is missing here is said in English, and a test fails.

## The language itself

language-name = Cymraeg
language-locale = cy_GB
date-month = { $month ->
    [1] Ionawr
    [2] Chwefror
    [3] Mawrth
    [4] Ebrill
    [5] Mai
    [6] Mehefin
    [7] Gorffennaf
    [8] Awst
    [9] Medi
    [10] Hydref
    [11] Tachwedd
   *[12] Rhagfyr
} { $year }
date-day = { $day } { date-month }
date-minute = { date-day } am { $hour }:{ $minute }

## What stands round every page

skip = Neidio i’r prif gynnwys
site-description = Bwrdd syniadau { $council }: postiwch syniadau ar gyfer lle rydych chi’n byw, cefnogwch syniadau pobl eraill, a gwelwch beth mae’r cyngor yn ei ateb.
title-error = Gwall:
nav-main = Prif ddewislen
nav-ideas = Syniadau
nav-answers = Atebion
nav-admin = Gosodiadau
nav-about = Amdanom
nav-sign-in = Mewngofnodi
nav-new = Postio syniad
name-none = Preswylydd
name-former = Cyn-aelod
footer-title = Am y wefan hon
footer-about = Sut mae’n gweithio
footer-guidelines = Canllawiau
footer-departments = Sut mae’r cyngor yn cadw ei addewidion
footer-transparency = Tryloywder
footer-privacy = Preifatrwydd
footer-cookies = Cwcis
footer-accessibility = Hygyrchedd
footer-contact = Ysgrifennu atom
footer-whose = Bwrdd syniadau { $council }

## What was just done

notice-success = Llwyddiant
notice-important = Pwysig
notice-posted = Mae eich syniad wedi’i bostio.
notice-next = Beth sy’n digwydd nesaf
notice-posted-now = <strong>Nawr:</strong> gall pawb ei ddarllen, pleidleisio arno a gadael sylw. Mae croeso i chi rannu cyfeiriad y dudalen hon.
notice-posted-change = <strong>Nes i’r cyngor ddechrau ei ystyried:</strong> gallwch ei newid. Bydd pobl yn dal i allu darllen y fersiynau blaenorol yn ei hanes.
notice-posted-until = <strong>Tan { $when }:</strong> gall pobl bleidleisio. Wedyn bydd y pleidleisiau’n sefyll.
notice-posted-then = <strong>Wedyn:</strong> cewch wybod beth ddaw ohono ar y dudalen hon, ac ar <a class="govuk-notification-banner__link" href="{ $me }">eich tudalen chi</a>.
notice-waiting = Mae eich syniad wedi ein cyrraedd.
notice-waiting-now = <strong>Nawr:</strong> dim ond chi sy’n gallu ei weld, yma ac ar <a class="govuk-notification-banner__link" href="{ $me }">eich tudalen chi</a>.
notice-waiting-next = <strong>Nesaf:</strong> bydd cymedrolwr yn ei ddarllen. Bydd yn gwirio bod y syniad yn dilyn y <a class="govuk-notification-banner__link" href="{ $rules }">canllawiau</a>, nid a yw’n cytuno ag ef.
notice-waiting-by = <strong>Erbyn { $when }:</strong> bydd cymedrolwr wedi ei ddarllen. Bydd yn gwirio bod y syniad yn dilyn y <a class="govuk-notification-banner__link" href="{ $rules }">canllawiau</a>, nid a yw’n cytuno ag ef.
notice-waiting-then = <strong>Wedyn:</strong> gall pawb ei ddarllen, pleidleisio arno a gadael sylw. Mae’r dudalen hon yn dweud beth yw ei statws.
notice-saved = Mae eich newidiadau wedi’u cadw.
notice-saved-more = Bydd pobl yn dal i allu darllen fersiynau blaenorol y syniad yn ei hanes.
notice-withdrawn = Mae eich syniad wedi’i dynnu’n ôl.
notice-withdrawn-more = Does neb ond chi yn gallu ei ddarllen mwyach.
notice-counted = Mae eich pleidlais wedi’i chyfrif.
notice-retracted = Mae eich pleidlais wedi’i thynnu’n ôl.
notice-ended = Mae’r pleidleisio ar y syniad hwn wedi dod i ben, felly ni newidiwyd dim.
notice-not-open = Nid yw’r pleidleisio ar y syniad hwn wedi dechrau, felly ni newidiwyd dim.
notice-support-only = Dim ond pleidleisiau o blaid y mae’r cwestiwn hwn yn eu derbyn, felly ni newidiwyd dim.
notice-commented = Mae eich sylw wedi’i bostio.
notice-comment-saved = Mae eich sylw wedi’i gadw.
notice-comment-waiting = Mae gennym eich sylw. Bydd cymedrolwr yn ei ddarllen cyn y gall pawb.
notice-edit-waiting = Mae gennym eich newid. Bydd cymedrolwr yn ei ddarllen yn gyntaf; tan hynny mae pawb yn darllen yr hyn oedd yno o’r blaen.
notice-mended = Mae eich newidiadau wedi’u cadw. Bydd cymedrolwr yn ei ddarllen eto; tan hynny ni all neb arall.
notice-comment-deleted = Mae eich sylw wedi’i ddileu.
notice-signed-out = Rydych chi wedi allgofnodi.
notice-renamed = Mae eich enw wedi’i newid.
notice-session-ended = Mae’r porwr hwnnw wedi’i allgofnodi.
notice-token-revoked = Mae’r tocyn wedi’i ddirymu. Nid yw’n gweithio mwyach.
notice-draft-dropped = Mae’r drafft wedi’i ddileu.
notice-others-ended = Mae pob porwr arall wedi’i allgofnodi.
notice-language = Mae eich dewis iaith wedi’i gadw. Bydd ein negeseuon atoch yn yr iaith honno hefyd.
notice-left = Mae eich cyfrif wedi’i ddileu. Diolch i chi am fod yma.
notice-look-saved = Fel hyn mae’r wefan yn edrych nawr.
notice-look-logo = Mae’r logo wedi’i newid.
notice-look-reset = Mae’r wefan yn edrych fel mae ei ffurfweddiad yn dweud eto.
notice-person-invited = Mae’r cyfrif wedi’i greu. Mae’r llythyr gyda’r ddolen ar ei ffordd.
notice-role-given = Mae’r rôl ganddyn nhw o’u tudalen nesaf ymlaen.
notice-role-taken = Byddan nhw’n colli’r rôl gyda’u tudalen nesaf.
notice-campaign-saved = Mae’r ymgyrch wedi’i chadw.
notice-campaign-closed = Mae’r ymgyrch ar gau.
notice-department-saved = Mae’r adran wedi’i chadw.
notice-department-closed = Mae’r adran wedi’i chau. Mae ei hatebion yn aros.
notice-department-opened = Mae’r adran ar agor eto.
notice-officer-added = Mae’r swyddog yn yr adran nawr.
notice-officer-removed = Nid yw’r swyddog yn yr adran bellach.
notice-promises-saved = Mae’r addewidion wedi’u cadw. Maent yn dal ar gyfer syniadau sy’n cyrraedd y nifer o hyn ymlaen.
notice-day-set = Mae’r diwrnod wedi’i gadw. Mae addewidion sy’n rhedeg yn ei ddilyn.
notice-day-forgotten = Mae’r diwrnod wedi’i anghofio. Mae’r rheolau arferol yn dal eto.
notice-holidays-chosen = Mae’r dewis wedi’i gadw. Mae addewidion sy’n rhedeg yn ei ddilyn.
notice-routes-saved = Mae’r rheolau wedi’u cadw.
notice-label-saved = Mae’r rhestr wedi’i chadw.
notice-sorted = Mae’r lle a’r tagiau wedi’u cadw.

## Forms

back = Yn ôl
error-summary = Mae problem
error-prefix = Gwall:
count-left = Nodau ar ôl:
count-over = Nodau dros y terfyn:

# What is wrong with a field: problem-, the kind of field, the code. English says the same as the API.
problem-title-empty = Ysgrifennwch deitl: un llinell sy’n dweud beth ddylai newid.
problem-title-too-short = Mae’r teitl yn rhy fyr. Defnyddiwch o leiaf { $least } nod.
problem-title-too-long = Mae { $found } nod yn y teitl ac mae lle i { $most }. Byrhewch ef; rhowch y manylion yn y testun isod.
problem-title-unprintable = Mae nodau yn y teitl nad oes modd eu dangos. Teipiwch ef eto, neu gludwch ef fel testun plaen.
problem-body-empty = Dywedwch ychydig mwy: pam mae’n bwysig, ac i bwy.
problem-body-too-long = Mae { $found } nod yn y testun ac mae lle i { $most }. Byrhewch ef.
problem-body-unprintable = Mae nodau yn y testun nad oes modd eu dangos. Teipiwch ef eto, neu gludwch ef fel testun plaen.
problem-body-changed = Fe wnaethoch newid y syniad hwn yn rhywle arall yn y cyfamser. Cadwch eto i roi’r testun hwn yn ei le.
problem-body-edited-too-often = Mae’r syniad hwn wedi’i newid 100 o weithiau, ac ni chedwir rhagor o newidiadau. Dywedwch beth sy’n newydd mewn sylw.
problem-language-invalid = Rhowch god byr yr iaith, fel en neu pt-BR.
problem-campaign-empty = Dewiswch y cwestiwn y mae eich syniad yn ei ateb.
problem-campaign-invalid = Dim ond llythrennau bach, digidau a chysylltnodau sengl a gaiff fod mewn enw byr cwestiwn.
problem-campaign-closed = Nid yw’r cwestiwn hwnnw’n derbyn syniadau ar hyn o bryd. Mae eich testun yma o hyd: dewiswch gwestiwn arall ar ei gyfer.
problem-reason-empty = Dywedwch mewn ychydig eiriau pam rydych chi’n ei dynnu’n ôl.
problem-reason-too-short = Dywedwch mewn ychydig eiriau pam rydych chi’n ei dynnu’n ôl.
problem-reason-too-long = Cadwch y rheswm o fewn { $most } nod.
problem-reason-unprintable = Mae nodau yn y rheswm nad oes modd eu dangos. Teipiwch ef eto, neu gludwch ef fel testun plaen.
problem-comment-empty = Ysgrifennwch eich sylw.
problem-comment-too-long = Mae { $found } nod yn y sylw ac mae lle i { $most }. Byrhewch ef.
problem-comment-unprintable = Mae nodau yn y sylw nad oes modd eu dangos. Teipiwch ef eto, neu gludwch ef fel testun plaen.
problem-comment-changed = Fe wnaethoch newid y sylw hwn yn rhywle arall yn y cyfamser. Cadwch eto i roi’r testun hwn yn ei le.
problem-comment-closed = Nid yw’r drafodaeth hon yn derbyn rhagor o sylwadau. Mae eich testun yma o hyd, er mwyn i chi allu ei gopïo.
problem-comment-too-deep = Mae’r drafodaeth hon mor ddwfn ag y gall fod. Atebwch sylw sy’n uwch i fyny.
problem-comment-not-found = Nid yw’r hyn rydych chi’n ei ateb yno mwyach. Mae eich testun yma o hyd, er mwyn i chi allu ei gopïo.
problem-comment-edited-too-often = Mae’r sylw hwn wedi’i newid 100 o weithiau, ac ni chedwir rhagor o newidiadau. Atebwch ef i ddweud mwy.
problem-stance-invalid = Dewiswch O blaid, Yn erbyn neu Y naill na’r llall.
problem-email-empty = Rhowch eich cyfeiriad e-bost, fel enw@example.com.
problem-email-too-long = Mae hwnnw’n hirach nag y gall cyfeiriad e-bost fod. Gwiriwch ef, a rhowch ef eto.
problem-email-invalid = Rhowch gyfeiriad e-bost yn y ffurf gywir, fel enw@example.com.
problem-email-unprintable = Mae nodau cudd yn y cyfeiriad e-bost. Teipiwch ef â llaw, fel enw@example.com.
problem-email-taken = Mae cyfrif gyda’r cyfeiriad hwn yn barod. Dewch o hyd iddo yn y rhestr, a rhowch rolau iddo yno.
problem-choice-empty = Dewiswch un o’r rhain.
problem-moment-not-a-time = Ysgrifennwch y diwrnod a’r amser fel 2027-03-14 09:00.
problem-colour-not-a-colour = Ysgrifennwch y lliw fel chwe digid ar ôl arwydd hash, fel #1f5a4c.
problem-colour-contrast = Does dim modd darllen y lliw hwn yn ddigon da. Mae’r rhagolwg yn dweud pa arlliw tebyg sy’n gweithio.
problem-logo-empty = Dewiswch ffeil yn gyntaf: SVG neu PNG o 100 KB ar y mwyaf.
problem-logo-too-large = Mae’r ffeil yn fwy na 100 KB. Cadwch un lai.
problem-logo-broken = Nid yw’r ffeil yn ddarlun cyfan. Cadwch hi eto, a dewiswch yr un newydd.
problem-logo-too-wide = Mae mwy na 4,000 picsel ar un ochr i’r darlun. Cadwch un llai.
problem-logo-not-plain = Mae’r ffeil yn cynnwys mwy na llun: sgript, dolen neu rywbeth o rywle arall. Cadwch hi fel SVG plaen, neu fel PNG.
problem-logo-not-a-picture = Rhaid i’r ffeil fod yn SVG neu’n PNG. Cadwch hi fel un o’r rhain.
problem-look-changed = Newidiodd rhywun arall yr olwg yn y cyfamser. Isod mae’r hyn a deipioch: cadwch ef eto os yw i sefyll.
problem-account-role-everybody = Mae pawb sydd â chyfrif yn ddinesydd. Dewiswch rôl arall.
problem-account-role-own = Does neb yn newid ei rolau ei hun. Gofynnwch i weinyddwr arall.
problem-account-role-last-admin = Dyma’r gweinyddwr olaf. Gwnewch rywun arall yn un yn gyntaf.
problem-account-why-empty = Dywedwch pam mewn ychydig eiriau. Mae’n aros yn y cofnod.
problem-account-why-too-short = Dywedwch pam mewn ychydig eiriau. Mae’n aros yn y cofnod.
problem-account-why-too-long = Mae { $found } nod yma ac mae lle i { $most }. Byrhewch ef.
problem-account-why-unprintable = Mae nodau yma na ellir eu dangos. Teipiwch ef eto.
problem-campaign-changed = Newidiodd rhywun arall yr ymgyrch yn y cyfamser. Isod mae’r hyn a deipioch: cadwch ef eto os yw i sefyll.
problem-campaign-slug-invalid = Dim ond llythrennau bach, digidau a chysylltnodau unigol sydd mewn enw byr.
problem-campaign-slug-taken = Mae ymgyrch gyda’r enw byr hwn yn barod. Dewiswch un arall.
problem-campaign-closes-before-opening = Rhaid iddi gau ar ôl iddi agor. Dewiswch amser diweddarach.
problem-campaign-closes-past = Mae’r amser hwnnw wedi mynd heibio. Dewiswch un diweddarach, neu gadewch ef yn wag.
problem-campaign-closes-standing = Mae’r ymgyrch hon ar agor bob amser. Gadewch ei diwedd yn wag.
problem-campaign-confirm-early = Byddai’n cau’n gynt nag a ddywedwyd wrth bobl. Ticiwch y blwch os mai dyna’r bwriad.
problem-campaign-confirm-not-open = Nid yw ar agor, felly does dim i’w gau.
problem-campaign-archived-open = Dim ond ymgyrch sydd ar ben y gellir ei rhoi o’r neilltu. Caewch hi yn gyntaf.
problem-campaign-fixed-has-ideas = Mae pobl wedi postio syniadau yma, felly mae hyn yn aros fel y mae.
problem-name-empty = Rhowch yr enw y bydd pobl eraill yn ei weld.
problem-name-too-short = Defnyddiwch o leiaf { $least } nod ar gyfer eich enw.
problem-name-too-long = Defnyddiwch { $most } nod ar y mwyaf ar gyfer eich enw. Mae { $found } yn hwnnw.
problem-name-unprintable = Mae nodau cudd yn yr enw. Teipiwch ef â llaw, gyda llythrennau a bylchau.
problem-name-reserved = Gallai pobl feddwl bod yr enw hwnnw’n perthyn i rywun sy’n gweithio i’r cyngor. Dewiswch un arall.
problem-token-empty = Rhowch enw i’r tocyn, er mwyn i chi wybod yn nes ymlaen beth yw ei ddiben.
problem-token-too-long = Defnyddiwch { $most } nod ar y mwyaf ar gyfer enw’r tocyn. Mae { $found } yn hwnnw.
problem-token-unprintable = Mae nodau cudd yn yr enw. Teipiwch ef â llaw.
problem-token-too-many = Mae gennych chi gymaint o docynnau ag sy’n bosibl. Dirymwch un yn gyntaf.
problem-draft-too-long = Mae hwnnw’n rhy hir i’w gadw. Byrhewch ef, a rhowch gynnig arall arni.
problem-draft-unprintable = Mae nodau cudd yn y testun. Tynnwch nhw allan.
problem-details-empty = Dywedwch mewn ychydig eiriau beth sydd o’i le, er mwyn i ni allu ei wirio.
problem-details-too-long = Mae { $found } nod yn y testun ac mae lle i { $most }. Byrhewch ef.
problem-details-unprintable = Mae nodau yn y testun nad oes modd eu dangos. Teipiwch ef eto, neu gludwch ef fel testun plaen.
problem-ground-empty = Dewiswch beth sydd o’i le. Os nad oes dim yn addas, dewiswch “Rhywbeth arall”.
problem-faith-empty = Ticiwch y blwch i ddweud eich bod yn credu’r hyn rydych chi’n rhoi gwybod amdano.
problem-leave-last-admin = Nid oes neb arall yn rhedeg y safle hwn. Gwnewch rywun arall yn weinyddwr yn gyntaf.
problem-leave-empty = Dewiswch beth ddylai ddigwydd i’ch syniadau a’ch sylwadau.
problem-confirm-empty = Teipiwch y gair “{ me-delete-word }” i gadarnhau.
problem-code-invalid = Rhowch y 6 digid o’r e-bost.
problem-code-wrong = { $left ->
    [1] Nid dyna’r cod. Gallwch roi un cynnig arall arni.
    [zero] Nid dyna’r cod. Nid oes gennych chi gynnig arall ar ôl.
    [two] Nid dyna’r cod. Gwiriwch yr e-bost a rhowch gynnig arall arni: mae gennych chi { $left } gynnig ar ôl.
    [few] Nid dyna’r cod. Gwiriwch yr e-bost a rhowch gynnig arall arni: mae gennych chi { $left } chynnig ar ôl.
    [many] Nid dyna’r cod. Gwiriwch yr e-bost a rhowch gynnig arall arni: mae gennych chi { $left } chynnig ar ôl.
   *[other] Nid dyna’r cod. Gwiriwch yr e-bost a rhowch gynnig arall arni: mae gennych chi { $left } cynnig ar ôl.
}
problem-code-too-many = Dyna un cod anghywir yn ormod. Defnyddiwch y ddolen yn yr e-bost, neu gofynnwch am god newydd.
problem-code-used = Mae’r cod hwnnw wedi’i ddefnyddio’n barod. Gofynnwch am un newydd.
problem-code-unknown = Ni ofynnwyd am god yn y porwr hwn. Gofynnwch am un yma, a theipiwch y cod yma.
problem-code-expired = Mae’r cod hwnnw wedi dod i ben, neu mae un mwy newydd wedi’i anfon. Defnyddiwch yr e-bost diweddaraf, neu gofynnwch am god newydd.
problem-words-empty = Ni all hwn fod yn wag. Ysgrifennwch ychydig eiriau.
problem-words-too-short = Mae hwn yn rhy fyr. Defnyddiwch o leiaf { $least } nod.
problem-words-too-long = Mae gan hwn { $found } nod ac mae lle i { $most }. Byrhewch ef.
problem-words-unprintable = Mae gan hwn nodau na ellir eu dangos. Teipiwch ef eto, neu gludwch ef fel testun plaen.
problem-day-not-a-day = Ysgrifennwch y diwrnod fel blwyddyn, mis a diwrnod: 2027-03-14.
problem-closure-empty = Dewiswch a yw’r cyngor ar gau neu’n gweithio ar y diwrnod hwnnw.
problem-nation-empty = Dewiswch wyliau banc pwy y mae’r cyngor yn eu cadw.
problem-officer-no-account = Nid oes gan neb gyfrif â’r cyfeiriad hwn. Gofynnwch iddynt fewngofnodi yma unwaith, neu rhedwch “folkmoot person add EMAIL --role officer” ar y peiriant.
problem-route-empty = Mae angen ymgyrch, lle, tag neu air ar reol.
problem-label-not-found = Nid yw hwn ar restr y cyngor mwyach. Dewiswch eto.
problem-label-too-many = Nid oes lle i fwy na { $most }. Gadewch rai allan.
problem-label-taken = Mae un o’r enw hwn eisoes. Dewiswch enw arall.
problem-assign-empty = Dewiswch adran.
problem-step-supporters-out-of-range = Dewiswch rhwng 1 a { $most } cefnogwr.
problem-step-days-out-of-range = Dewiswch rhwng 1 a { $most } diwrnod gwaith.

## New idea

new-title = Postio syniad
new-lead = Ysgrifennwch eich syniad yn gyntaf. Wedyn byddwch yn mewngofnodi, gyda’ch cyfeiriad e-bost yn unig, ac ni fyddwch yn colli dim o’r hyn rydych chi wedi’i ysgrifennu.
new-lead-known = Dywedwch beth ddylai newid a pham. Gallwch edrych arno cyn ei bostio.
new-nothing-open = Does dim cwestiwn ar agor ar gyfer syniadau ar hyn o bryd.
new-what = Beth ddylai newid?
new-what-hint = Un llinell, { $most } nod ar y mwyaf. Mae pobl yn ei darllen yn gyntaf.
new-why = Pam, a sut?
new-why-hint = Dywedwch pam mae’n bwysig ac i bwy. Peidiwch â chynnwys enwau, cyfeiriadau na rhifau ffôn pobl breifat. Mae llinell wag yn dechrau paragraff newydd; mae *sêr* yn rhoi pwyslais.
new-campaign = Pa gwestiwn mae’n ei ateb?
new-campaign-hint = Dewiswch yr un mwyaf addas.
new-language = Yr iaith rwy’n ysgrifennu ynddi
new-post = Postio’r syniad
new-sign-in = Mewngofnodi a phostio
new-preview = Rhagolwg
new-preview-title = Dyma sut bydd yn edrych
new-preview-more = Does dim wedi’i bostio eto. Newidiwch ef isod, neu postiwch ef.
new-preview-done = Mae’r rhagolwg uwchben y ffurflen.
new-public = Gall pawb ddarllen yr hyn rydych chi’n ei bostio, a’r enw rydych chi’n ei ddewis. <a class="govuk-link" href="{ $href }">Beth sy’n perthyn yma, a beth sydd ddim</a>
new-hints = Cyn i chi ei bostio
new-hints-more = Awgrymiadau yn unig yw’r rhain. Gallwch ei bostio fel y mae.
new-hints-said = Mae awgrymiadau am eich testun.
new-near = Oes rhywun wedi gofyn yn barod?
new-near-more = Os yw un o’r rhain yn dweud yr hyn rydych chi’n ei feddwl, bydd eich pleidlais a’ch sylw yn ei helpu’n fwy nag ail syniad.
new-near-support = { $count ->
    [0] dim pleidleisiau o blaid eto
    [one] 1 o blaid
   *[other] { $count } o blaid
}
new-near-said = Mae syniadau tebyg wedi’u rhestru o dan y teitl.
new-draft-back = Mae’r hyn a ysgrifennoch yma o’r blaen wedi dod yn ôl.
new-draft-clear = Clirio
edit-draft-clear = Rhoi’r gorau i’r newid
hint-phone = Rhif ffôn: { $found }. Bydd pawb yn ei weld, am flynyddoedd. Peidiwch â’i gynnwys oni bai ei fod yn rhif cyhoeddus.
hint-email = Cyfeiriad e-bost: { $found }. Bydd pawb yn ei weld, gan gynnwys peiriannau sy’n anfon sbam. Peidiwch â’i gynnwys oni bai ei fod yn gyfeiriad cyhoeddus.
hint-address = Mae hwn yn edrych fel lle mae rhywun yn byw: { $found }. Enwch y stryd neu’r lle heb rif.
hint-person = Mae hwn yn edrych fel person preifat: { $found }. Dywedwch beth ddylai newid yn hytrach na phwy.
hint-capitals = Priflythrennau yw’r rhan fwyaf o’r llythrennau. Mae hynny’n darllen fel gweiddi, a gall darllenwyr sgrin ei sillafu fesul llythyren.
hint-short = Mae’n fyr iawn. Mae brawddeg sy’n dweud pam mae’n bwysig, ac i bwy, yn denu mwy o gefnogaeth.
hint-sentence = Mae un frawddeg yn hir iawn: “{ $found }”. Mae’n haws dilyn dwy frawddeg fer.

## What waits for its author

draft-back = Eich tudalen
draft-idea = Mae eich syniad yn aros
draft-idea-lead = Nid yw wedi’i bostio eto. Does neb ond chi yn gallu ei weld.
draft-comment = Mae eich sylw yn aros
draft-comment-lead = Mae’n perthyn i <a class="govuk-link" href="{ $href }">syniad { $number }</a>, ac nid yw wedi’i bostio eto.
draft-vote = Mae eich pleidlais yn aros
draft-vote-support = Roeddech chi am gefnogi <a class="govuk-link" href="{ $href }">syniad { $number }</a>. Nid yw’r bleidlais wedi’i chyfrif eto.
draft-vote-oppose = Roeddech chi am wrthwynebu <a class="govuk-link" href="{ $href }">syniad { $number }</a>. Nid yw’r bleidlais wedi’i chyfrif eto.
draft-closed = Nid oedd modd gorffen hyn: nid oes dim byd arall yn cael ei dderbyn yma nawr. Mae’r hyn a ysgrifennoch yma o hyd.
draft-gone = Nid oedd modd gorffen hyn: nid yw’r hyn y mae’n perthyn iddo yno mwyach. Mae’r hyn a ysgrifennoch yma o hyd.
draft-deep = Nid oedd modd ei bostio: mae’r drafodaeth mor ddwfn ag y gall fod. Atebwch sylw sy’n uwch i fyny.
draft-busy = Rydych chi wedi mewngofnodi, ond roedd y wefan yn rhy brysur i orffen hyn. Does dim wedi’i golli: rhowch gynnig arall arni ymhen ychydig.
draft-wrong = Nid oes modd gorffen hyn fel y mae. Edrychwch arno eto.
draft-change = Newid yn gyntaf
draft-post = Postio
draft-count = Cyfrif fy mhleidlais
draft-drop = Dileu

## Sign-in

sign-in-idea = Mae eich syniad wedi’i gadw. Bydd yn cael ei bostio cyn gynted ag y byddwch wedi mewngofnodi.
sign-in-comment = Mae eich sylw wedi’i gadw. Bydd yn cael ei bostio cyn gynted ag y byddwch wedi mewngofnodi.
sign-in-vote = Mae eich pleidlais yn aros. Bydd yn cael ei chyfrif cyn gynted ag y byddwch wedi mewngofnodi.
sign-in-lead = Byddwn yn anfon e-bost atoch gyda dolen a chod 6 digid. Gallwch fewngofnodi gyda’r naill neu’r llall: does dim cyfrinair.
sign-in-new = Os nad oes gennych chi gyfrif eto, bydd hyn yn creu un. Gallwch ei ddileu unrhyw bryd.
sign-in-email = Eich cyfeiriad e-bost
sign-in-email-hint = Rydym yn ei ddefnyddio i adael i chi fewngofnodi, ac nid ydym yn ei ddangos i neb.
sign-in-send = Anfon yr e-bost
code-title = Gwiriwch eich e-bost
code-sent = Rydym wedi anfon cod 6 digid a dolen i <strong>{ $email }</strong>.
code-sent-again = Mae cod arall ar ei ffordd i <strong>{ $email }</strong>, oni bai bod pump wedi mynd yno o fewn 15 munud. Dim ond yr un diweddaraf sy’n gweithio.
code-change = Newid y cyfeiriad
code-until = Mae’r cod a’r ddolen yn gweithio tan { $when }.
code-newest = Teipiwch y cod o’r e-bost diweddaraf y gofynnwyd amdano yn y porwr hwn.
code-label = Y cod
code-hint = 6 digid. Gallwch eu gludo; does dim ots am fylchau.
code-none = Dim e-bost eto?
code-none-spam = Gall gymryd munud neu ddau. Edrychwch yn y sbam hefyd.
code-other-device = Ydych chi’n cael eich e-bost ar ddyfais arall? Agorwch ef yno, a theipiwch y cod yma. Dim ond yn y porwr hwn mae’r ddolen yn gweithio.
code-pace = 5 e-bost ar y mwyaf sy’n mynd i un cyfeiriad mewn 15 munud. Os ydych chi wedi gofyn mor aml â hynny, arhoswch ychydig cyn gofyn eto.
code-again = Anfon e-bost arall
code-ask-new = Gofyn am god newydd
link-go = Mewngofnodi nawr
link-ready-as = Rydych chi ar fin mewngofnodi fel <strong>{ $email }</strong>.
link-other = Gofynnodd porwr arall am y ddolen hon
link-other-why = Dim ond yn y porwr lle gwnaethoch ofyn amdani mae’r ddolen yn gweithio, fel na all neb eich twyllo i fewngofnodi drostyn nhw. Mae’n dal i weithio yno.
link-other-do = Ewch yn ôl i’r porwr hwnnw, a theipiwch y cod 6 digid o’r un e-bost.
link-other-here = Mewngofnodi yma yn lle hynny, gydag e-bost newydd
link-expired = Mae’r ddolen hon wedi dod i ben
link-expired-more = Mae dolen yn para 10 munud, a dim ond yr un ddiweddaraf sy’n gweithio. Does dim o’r hyn a ysgrifennoch wedi’i golli.
link-used = Mae’r ddolen hon wedi’i defnyddio’n barod
link-used-more = Mae pob dolen yn gadael i chi fewngofnodi unwaith. Os chi wnaeth hynny, rydych chi eisoes wedi mewngofnodi yn y porwr lle gwnaethoch ei defnyddio.
link-unknown = Nid ydym yn adnabod y ddolen hon
link-unknown-more = Efallai ei bod wedi’i thorri’n fyr: mae rhai rhaglenni e-bost yn torri dolenni hir. Copïwch y ddolen gyfan, neu teipiwch y cod 6 digid o’r e-bost.
link-type = Teipio’r cod
link-new = Gofyn am ddolen newydd
welcome-title = Beth ddylai pobl eraill eich galw?
welcome-lead = Rydych chi wedi mewngofnodi. Dewiswch yr enw y bydd pobl eraill yn ei weld.
welcome-name = Eich enw ar y wefan hon
welcome-name-hint = Does dim rhaid rhoi eich enw llawn. Gallwch ei newid yn nes ymlaen.
welcome-go = Parhau
welcome-where = Ble mae’n ymddangos
welcome-where-ideas = Wrth ymyl y syniadau rydych chi’n eu postio
welcome-where-comments = Wrth ymyl eich sylwadau
welcome-where-votes = Byth wrth ymyl pleidlais: mae’r ffordd rydych chi’n pleidleisio yn gyfrinachol
welcome-where-email = Byth gyda’ch cyfeiriad e-bost: does neb yn gweld hwnnw

## Letters

letter-invitation-subject = Eich cyfrif yn { $site }
letter-invitation =
    Helo,

    Cafodd cyfrif ei greu i chi yn { $site }.

    Agorwch y ddolen hon i fewngofnodi:

    { $link }

    Mae’r ddolen yn gweithio unwaith, o fewn { $hours } awr. Peidiwch â’i rhannu â neb.
    Wedi hynny, mewngofnodwch gyda’r cyfeiriad hwn yn { $url }

letter-sign-in-subject = Mewngofnodi i { $site }
letter-sign-in =
    Helo,

    Gwnaethoch chi ofyn am gael mewngofnodi i { $site }.

    Agorwch y ddolen hon yn y porwr lle gwnaethoch chi ofyn:

    { $link }

    Neu teipiwch y cod hwn ar y dudalen lle gwnaethoch chi ofyn:

    { $code }

    Mae’r ddolen a’r cod yn gweithio am { $minutes } munud, ac unwaith yn unig.
    Peidiwch â’u rhannu â neb. Fyddwn ni byth yn gofyn i chi amdanyn nhw, dros y ffôn na thrwy’r post.

    Os na wnaethoch chi ofyn am hyn, does dim angen i chi wneud dim: all neb fewngofnodi fel chi
    heb y llythyr hwn. Os bydd llythyrau fel hyn yn dal i gyrraedd, rhowch wybod i ni: { $url }

## When something went wrong

trouble-home = Mynd i’r dudalen gyntaf
trouble-typed = Beth ysgrifennoch chi
trouble-part = Rhan { $part } o’r hyn ysgrifennoch chi
trouble-search = Chwilio am syniad
trouble-search-go = Chwilio
trouble-incident = Os ydych chi’n ysgrifennu aton ni, nodwch y rhif <strong>{ $number }</strong>.
trouble-on = <a class="govuk-link" href="{ $home }">Ewch i’r dudalen gyntaf</a>, neu ysgrifennwch aton ni yn <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a>.
not-found-title = Heb ddod o hyd i’r dudalen
not-found = Os gwnaethoch chi deipio’r cyfeiriad, gwiriwch ef. Os gwnaethoch chi ddilyn dolen, efallai ei bod wedi dyddio. Gallwch hefyd chwilio am syniad yn ôl ei eiriau.
gone-title = Mae hwn wedi’i dynnu’n ôl
gone = Mae’r awdur wedi’i dynnu’n ôl, felly does dim modd ei ddarllen mwyach. Efallai fod eraill wedi cael yr un syniad.
sign-in-first-title = Mewngofnodwch yn gyntaf
sign-in-first = Mae angen cyfrif ar gyfer hyn. Mewngofnodwch a rhowch gynnig arall arni.
suspended-title = Ni allwch bostio ar hyn o bryd
suspended = Mae cymedrolwr wedi atal eich cyfrif am gyfnod. Ni chafodd yr hyn a ysgrifennoch ei bostio.
suspended-until = Gallwch bostio eto o { $until } ymlaen. Tan hynny gallwch ddarllen a phleidleisio.
forbidden-title = Chewch chi ddim gwneud hyn
forbidden = Dydy eich cyfrif ddim yn caniatáu hyn. Os ydych chi’n credu y dylai, ysgrifennwch aton ni.
foreign-form-title = Daeth y ffurflen hon o rywle arall
foreign-form = Does dim wedi newid. Agorwch y dudalen ar y wefan hon ac anfonwch y ffurflen eto.
stale-form-title = Roedd y dudalen hon ar agor yn rhy hir
stale-form = Does dim wedi newid. Copïwch yr hyn ysgrifennoch chi, ewch yn ôl, ail-lwythwch y dudalen ac anfonwch ef eto.
bad-request-title = Mae rhywbeth o’i le yn y cais
bad-request-incomplete = Dydy’r cyfeiriad neu’r ffurflen ddim yn gyflawn.
bad-request-form = Dydy’r ffurflen ddim yn gyflawn. Ewch yn ôl, ail-lwythwch y dudalen ac anfonwch y ffurflen eto.
bad-request-query = Does dim modd darllen y rhan o’r cyfeiriad sydd ar ôl y gofynnod. Tynnwch y rhan honno a rhowch gynnig arall arni.
bad-request-broke-off = Torrodd y cais ar ei ganol. Rhowch gynnig arall arni.
bad-request-host = Rhaid i’r cais enwi un gwesteiwr.
bad-request-socket = Mae’r cyfeiriad hwn yn siarad WebSocket, gyda’r protocol graphql-transport-ws a dim un arall.
bad-request-live = Enwch 1 i 50 o syniadau yn ôl eu rhifau, gyda choma rhyngddyn nhw.
bad-request-changed = Mae wedi newid yn y cyfamser. Ewch yn ôl, ail-lwythwch y dudalen a rhowch gynnig arall arni.
bad-request-language = Dewiswch un o ieithoedd y wefan hon.
bad-request-choice = Dewiswch gefnogi neu wrthwynebu’r syniad.
not-allowed-title = Does dim modd gwneud hyn yma
not-allowed = Mae’r dudalen yn bod, ond nid ar gyfer y math hwn o gais.
too-slow-title = Cymerodd hyn ormod o amser i gyrraedd
too-slow = Does dim wedi newid. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.
too-large-title = Mae hyn yn rhy fawr
too-large = Does dim wedi newid. Ewch yn ôl, gwnewch ef yn fyrrach ac anfonwch ef eto.
too-large-most = Does dim wedi newid. Gallwch anfon hyd at { $most } KB yma. Ewch yn ôl, gwnewch ef yn fyrrach ac anfonwch ef eto.
unsupported-title = Dydy’r math hwn o gynnwys ddim yn cael ei ddarllen yma
unsupported = Does dim wedi newid. Anfonwch ef yn y ffurf sydd wedi’i nodi yn y ddogfennaeth.
wrong-host-title = Mae gan y wefan hon gyfeiriad arall
wrong-host = Mae’r wefan i’w chael yn { $address }.
too-many-title = Roedd hynny’n llawer ar unwaith
too-many = Does dim wedi newid. Arhoswch ychydig, a rhowch gynnig arall arni ymhen { $span }.
span-seconds = { $count ->
    [zero] { $count } eiliad
    [one] eiliad
    [two] { $count } eiliad
    [few] { $count } eiliad
    [many] { $count } eiliad
   *[other] { $count } eiliad
}
span-minutes = { $count ->
    [zero] { $count } munud
    [one] munud
    [two] { $count } funud
    [few] { $count } munud
    [many] { $count } munud
   *[other] { $count } munud
}
span-hours = { $count ->
    [zero] { $count } awr
    [one] awr
    [two] { $count } awr
    [few] { $count } awr
    [many] { $count } awr
   *[other] { $count } awr
}
span-days = { $count ->
    [zero] { $count } diwrnod
    [one] diwrnod
    [two] { $count } ddiwrnod
    [few] { $count } diwrnod
    [many] { $count } diwrnod
   *[other] { $count } diwrnod
}
busy-title = Mae’r wefan yn brysur
busy = Efallai na chyrhaeddodd yr hyn anfonoch chi. Rhowch gynnig arall arni ymhen { $span }.
internal-title = Aeth rhywbeth o’i le ar ein hochr ni
internal = Mae gennym gofnod o’r broblem. Rhowch gynnig arall arni ymhen ychydig funudau.

## Your own page

me-title = Eich tudalen
me-nav = Eich tudalen
me-nav-overview = Trosolwg
me-nav-ideas = Syniadau
me-nav-votes = Pleidleisiau
me-nav-comments = Sylwadau
me-nav-account = Cyfrif
me-back = Yn ôl
me-hello = Helo, <bdi>{ $name }</bdi>. Dim ond chi sy’n gallu gweld y dudalen hon.
me-hello-nameless = Dim ond chi sy’n gallu gweld y dudalen hon. <a class="govuk-link" href="{ $href }">Dewiswch yr enw</a> y bydd eraill yn ei weld wrth ymyl eich syniadau a’ch sylwadau.
me-no-more = Does dim rhagor i’w weld. <a class="govuk-link" href="{ $href }">Ewch i’r dudalen gyntaf</a>.
me-unreadable = Syniad nad oes modd ei ddarllen nawr
me-drafts = Yn aros amdanoch chi
me-decided = Beth benderfynodd cymedrolwyr
me-decided-open = Gallwch ofyn i gymedrolwr arall edrych eto.
me-decided-asked = Mae cymedrolwr arall yn edrych eto.
me-draft-idea = Syniad: <bdi lang="{ $lang }">{ $title }</bdi>
me-draft-comment = Sylw ar syniad { $number }
me-draft-vote = Pleidlais ar syniad { $number }
me-draft-kept = Ar gadw ers { $since }, tan { $until }
me-ideas = Eich syniadau
me-ideas-none = Dydych chi ddim wedi postio syniad eto. <a class="govuk-link" href="{ $href }">Postiwch un</a>.
me-ideas-all = Eich holl syniadau
me-idea-hidden = Wedi’i guddio gan gymedrolwr
me-idea-support = { $count } o blaid
me-idea-oppose = { $count } yn erbyn
me-idea-comments = { $count ->
    [zero] Dim sylwadau
    [one] { $count } sylw
    [two] { $count } sylw
    [few] { $count } sylw
    [many] { $count } sylw
   *[other] { $count } sylw
}
me-votes = Eich pleidleisiau
me-votes-private = Does neb ond chi’n gallu gweld sut gwnaethoch chi bleidleisio. Tra bydd y pleidleisio ar agor, gallwch newid eich pleidlais yma neu ei thynnu’n ôl.
me-votes-none = Dydych chi ddim wedi pleidleisio eto. <a class="govuk-link" href="{ $href }">Gweld beth mae eraill yn ei gynnig</a>.
me-votes-all = Eich holl bleidleisiau
me-vote-supported = Rydych chi’n ei gefnogi
me-vote-opposed = Rydych chi’n ei wrthwynebu
me-vote-at = gwnaethoch chi bleidleisio ar { $when }
me-comments = Eich sylwadau
me-comments-none = Dydych chi ddim wedi rhoi sylw eto.
me-comments-all = Eich holl sylwadau
me-stance-for = O blaid
me-stance-against = Yn erbyn
me-remark-held = Yn aros am gymedrolwr
me-remark-hidden = Wedi’i guddio gan gymedrolwr
me-remark-gone = Mae cymedrolwr wedi cuddio’r sylw hwn. Dim ond cymedrolwyr sy’n gallu ei ddarllen.
me-account = Eich cyfrif
me-account-open = Enw, iaith a mwy
me-email = Rydych chi’n mewngofnodi fel <strong>{ $email }</strong>. Does neb arall yn gweld y cyfeiriad hwn.
me-sign-out = Allgofnodi
me-name-title = Eich enw
me-name = Eich enw ar y wefan hon
me-name-hint = Mae’n ymddangos wrth ymyl eich syniadau a’ch sylwadau, byth wrth ymyl pleidlais.
me-name-save = Newid yr enw
me-language-title = Eich iaith
me-language = Pa iaith sydd orau gennych chi?
me-language-hint = Bydd tudalennau’n agor yn yr iaith hon ar ôl i chi fewngofnodi, a bydd ein negeseuon e-bost atoch chi ynddi hefyd.
me-language-save = Cadw’r iaith
me-more = Mwy
me-sessions = Ble rydych chi wedi mewngofnodi
me-sessions-about = Gweld eich porwyr, ac allgofnodi o un nad ydych chi’n ei ddefnyddio mwyach.
me-sessions-lead = Gall y porwyr hyn weithredu ar eich rhan. Allgofnodwch o unrhyw un nad ydych chi’n ei adnabod neu’n ei ddefnyddio mwyach.
me-sessions-end-others = Allgofnodi ym mhobman arall
me-session-this = y porwr hwn
me-session-when = Ers { $since }, gwelwyd ddiwethaf { $seen }
me-session-named = { $browser }, ers { $since }
me-tokens = Tocynnau mynediad
me-tokens-about = Allweddi ar gyfer sgriptiau sy’n gweithredu ar eich rhan.
me-tokens-lead = Mae tocyn yn gadael i sgript weithredu ar eich rhan drwy’r <a class="govuk-link" href="{ $href }">API</a>. Dylech chi ei drin fel allwedd.
me-token-new = Eich tocyn mynediad newydd
me-token-copy = Copïwch ef nawr. Mae’n cael ei ddangos y tro hwn yn unig, a byth eto.
me-token-made = Crëwyd { $when }
me-token-revoke = Diddymu
me-token-name = Enw’r tocyn newydd
me-token-name-hint = Er mwyn i chi wybod yn nes ymlaen beth yw ei ddiben.
me-token-make = Creu tocyn
me-export = Allforio eich data
me-export-about = Popeth rydyn ni’n ei gadw amdanoch chi, mewn un ffeil JSON.
me-delete = Dileu eich cyfrif
me-delete-about = Bydd eich cyfeiriad e-bost a’ch enw yn cael eu dileu ar unwaith.
me-delete-lead = Rydych chi ar fin dileu cyfrif <strong>{ $email }</strong>. Does dim modd dadwneud hyn.
me-delete-lead-bare = Rydych chi ar fin dileu’r cyfrif hwn. Does dim modd dadwneud hyn.
me-delete-goes = Beth fydd yn mynd ar unwaith
me-delete-goes-email = Eich cyfeiriad e-bost, eich enw a’ch iaith.
me-delete-goes-sessions = Pob porwr a phob tocyn sydd wedi mewngofnodi fel chi.
me-delete-goes-drafts = Eich drafftiau, a’n llythyrau atoch chi sydd gennym o hyd.
me-delete-goes-waiting = Eich syniadau sy’n dal i aros am gymedrolwr. Fydd neb yn eu cyhoeddi.
me-delete-goes-votes = Eich pleidleisiau ar gwestiynau sy’n dal ar agor. Maen nhw’n cael eu tynnu’n ôl, fel na all neb gyfrif ddwywaith.
me-delete-stays = Beth fydd yn aros
me-delete-stays-votes = Eich pleidleisiau ar gwestiynau sydd wedi cau. Byddan nhw’n dal i gael eu cyfrif, oherwydd mae’r canlyniad hwnnw’n addewid i bawb. Fydd dim byd yn arwain ohonyn nhw atoch chi mwyach: does dim enw na chyfeiriad yn cael ei gadw gyda nhw.
me-delete-stays-answered = Syniadau y mae’r cyngor wedi dechrau eu hateb. Maen nhw’n dangos “{ name-former }” yn lle eich enw.
me-delete-stays-hidden = Beth bynnag mae cymedrolwr wedi’i guddio neu ei wrthod. Dim ond cymedrolwyr sy’n gallu ei ddarllen.
me-delete-export = Efallai yr hoffech chi <a class="govuk-link" href="{ $href }">allforio eich data</a> yn gyntaf. Gallwch gofrestru eto rywbryd gyda’r un cyfeiriad, ond fydd dim o hyn yn eiddo i chi bryd hynny.
me-delete-words = Beth ddylai ddigwydd i’ch syniadau a’ch sylwadau?
me-delete-keep = Maen nhw’n aros, heb fy enw
me-delete-keep-hint = Maen nhw’n dangos “{ name-former }”. Bydd y drafodaeth yn dal i wneud synnwyr i eraill.
me-delete-take = Tynnu’n ôl bopeth y mae modd ei dynnu’n ôl
me-delete-take-hint = Bydd syniadau’n cael eu tynnu’n ôl, a sylwadau’n cael eu gwagio am byth.
me-delete-word = dileu
me-delete-confirm = Teipiwch y gair <strong>{ $word }</strong>
me-delete-confirm-hint = Fel nad oes neb yn dileu cyfrif trwy gamgymeriad.
me-delete-do = Dileu fy nghyfrif
me-delete-not = Cadw fy nghyfrif

## Profile

profile-since = Aelod ers { $month }
profile-ideas = Syniadau
profile-comments = Sylwadau
profile-comments-all = Pob sylw
profile-report = Rhoi gwybod am yr enw hwn
profile-back = Syniadau a’r sylwadau diweddaraf

## Votes

number = { $count }
vote-title = Pleidleisio ar “{ $title }”
vote-heading = Pleidleisio ar “<bdi lang="{ $lang }">{ $title }</bdi>”
vote-support = Cefnogi
vote-oppose = Gwrthwynebu
vote-so-far = “{ $title }”, pleidleisiau hyd yma:
vote-mine-support = Rydych chi’n cefnogi hyn.
vote-mine-oppose = Rydych chi’n gwrthwynebu hyn.
vote-undo = Dadwneud
vote-undo-which = eich pleidlais ar “{ $title }”
vote-private = Does neb yn gweld sut gwnaethoch chi bleidleisio.
vote-failed = Chafodd eich pleidlais ddim ei hanfon. Gwiriwch eich cysylltiad a phwyswch eto.
vote-now = Pleidleisiau nawr: { $support } o blaid.
vote-now-both = Pleidleisiau nawr: { $support } o blaid, { $oppose } yn erbyn.
vote-supporters = { $count ->
    [0] Wnaeth neb gefnogi hyn yma.
    [one] Gwnaeth <strong>1</strong> person gefnogi hyn.
    [two] Gwnaeth <strong>{ $count }</strong> berson gefnogi hyn.
    [few] Gwnaeth <strong>{ $count }</strong> pherson gefnogi hyn.
    [many] Gwnaeth <strong>{ $count }</strong> pherson gefnogi hyn.
   *[other] Gwnaeth <strong>{ $count }</strong> person gefnogi hyn.
}
vote-opposers = { $count ->
    [0] Wnaeth neb ei wrthwynebu.
    [one] Gwnaeth <strong>1</strong> person ei wrthwynebu.
    [two] Gwnaeth <strong>{ $count }</strong> berson ei wrthwynebu.
    [few] Gwnaeth <strong>{ $count }</strong> pherson ei wrthwynebu.
    [many] Gwnaeth <strong>{ $count }</strong> pherson ei wrthwynebu.
   *[other] Gwnaeth <strong>{ $count }</strong> person ei wrthwynebu.
}
vote-not-yet = Dydy’r pleidleisio ddim wedi dechrau.
vote-ended = Mae’r pleidleisio wedi dod i ben.
vote-settled = Dydy’r syniad hwn ddim yn derbyn pleidleisiau nawr.
vote-supported = Gwnaethoch chi ei gefnogi.
vote-opposed = Gwnaethoch chi ei wrthwynebu.

## Discussion

back-to-discussion = Yn ôl i’r drafodaeth
back-to-comment = Yn ôl i’r sylw
talk-title = Sylwadau
talk-write = Ysgrifennu sylw
talk-post = Postio’r sylw
talk-waits = Bydd y sylwadau’n dechrau pan fydd pawb yn gallu darllen y syniad.
talk-closed = Dydy’r syniad hwn ddim yn derbyn rhagor o sylwadau.
talk-apart = Y sylw daethoch chi i’w weld
talk-apart-why = Mae ei drafodaeth yn hir, felly mae ei le ar dudalen ddiweddarach.
talk-views = Sut i ddarllen y sylwadau
talk-conversation = Sgwrs
talk-sides = O blaid ac yn erbyn
talk-newest = Diweddaraf yn gyntaf
talk-oldest = Hynaf yn gyntaf
talk-end = Dyna ddiwedd y drafodaeth.
talk-nobody = Does neb wedi rhoi sylw eto. Gallech chi fod y cyntaf.
talk-show-more = { $count ->
    [zero] Dangos { $count } ateb arall
    [one] Dangos 1 ateb arall
    [two] Dangos { $count } ateb arall
    [few] Dangos { $count } ateb arall
    [many] Dangos { $count } ateb arall
   *[other] Dangos { $count } ateb arall
}
talk-hide-more = { $count ->
    [zero] Cuddio { $count } ateb
    [one] Cuddio 1 ateb
    [two] Cuddio { $count } ateb
    [few] Cuddio { $count } ateb
    [many] Cuddio { $count } ateb
   *[other] Cuddio { $count } ateb
}
sides-none-for = Does neb wedi dweud eto pam maen nhw o’i blaid.
sides-none-against = Does neb wedi dweud eto pam maen nhw yn ei erbyn.
sides-more-for = Rhagor o sylwadau o’i blaid
sides-more-against = Rhagor o sylwadau yn ei erbyn
sides-first-for = Yn ôl i’r sylwadau cyntaf o’i blaid
sides-first-against = Yn ôl i’r sylwadau cyntaf yn ei erbyn
stance-for = O blaid
stance-against = Yn erbyn
stance-legend = Beth yw eich safbwynt?
stance-choose-for = O blaid y syniad
stance-choose-against = Yn erbyn y syniad
stance-choose-neither = Y naill na’r llall
comment-label = Eich sylw
comment-most = Hyd at { $most } o nodau.
comment-sign-in-later = Byddwch chi’n mewngofnodi ar ôl hyn. Bydd eich testun yn cael ei gadw tan hynny.
comment-sign-in-and-post = Mewngofnodi a phostio
comment-post = Postio
comment-replying-to = yn ateb <bdi>{ $name }</bdi>
comment-replying-to-one = yn ateb sylw uchod
comment-replying-earlier = yn ateb sylw cynharach
comment-edited = wedi’i olygu
comment-officer = Swyddog y cyngor · { $department }
comment-credited = Defnyddiodd ateb y cyngor hwn.
comment-held = Dim ond chi a chymedrolwyr sy’n gallu darllen hwn am y tro.
comment-hidden-mine = Mae cymedrolwr wedi cuddio hwn. Gallwch chi ei ddarllen o hyd.
comment-hidden-why = Gweld pam, a’i newid
comment-deleted = Mae’r awdur wedi dileu’r sylw hwn.
comment-hidden = Does dim modd darllen y sylw hwn ar hyn o bryd. Mae cymedrolwr wedi’i guddio neu heb edrych arno eto.
comment-reply = Ateb
comment-reply-which = i sylw { $number }
comment-which = (sylw { $number })
comment-replies = { $count ->
    [zero] Dim atebion
    [one] 1 ateb
    [two] { $count } ateb
    [few] { $count } ateb
    [many] { $count } ateb
   *[other] { $count } ateb
}
comment-edit = Golygu
comment-delete = Dileu
comment-report = Rhoi gwybod
comment-title-new = Sylw: { $title }
comment-title-reply = Ateb: { $title }
comment-heading-new = Ysgrifennu sylw
comment-heading-reply = Ateb <bdi>{ $name }</bdi>
comment-heading-reply-gone = Ateb sylw
comment-unanswerable = Does dim modd ateb y sylw hwn mwyach. Mae’r awdur wedi’i ddileu, neu mae cymedrolwr yn edrych arno. Gallwch ysgrifennu eich sylw eich hun o hyd.
comment-edit-title = Golygu eich sylw
comment-edit-kept = Bydd modd darllen ei eiriau presennol o hyd yn ei hanes.
comment-edit-held = Bydd cymedrolwr yn ei ddarllen ar ôl i chi ei gadw, cyn i bawb allu ei ddarllen.
comment-save = Cadw
comment-delete-title = Dileu eich sylw?
comment-delete-means = Bydd ei eiriau a’ch enw chi’n diflannu o bob tudalen am byth. Bydd ei le’n aros, er mwyn i’r atebion wneud synnwyr o hyd.
comment-delete-do = Dileu’r sylw
comment-delete-keep = Ei gadw
reply-label = Eich ateb i <bdi>{ $name }</bdi>
reply-post = Postio’r ateb
reply-cancel = Canslo
keys-send = Mae Ctrl ac Enter yn ei anfon (⌘ ac Enter ar Mac).
keys-reply = Mae Ctrl ac Enter yn ei anfon (⌘ ac Enter ar Mac). Mae Escape yn ei gau.

## About

about-title = Sut mae’n gweithio
about-lead = Mae { $council } yn gofyn cwestiynau yma, ac yn gwrando. Gall unrhyw un ddarllen popeth. I bostio, pleidleisio neu roi sylw, rydych chi’n mewngofnodi gyda’ch cyfeiriad e-bost; does dim cyfrinair i’w gofio.
about-look-title = Gweld beth mae eraill yn ei ddweud
about-look = Edrychwch drwy’r <a class="govuk-link" href="{ $ideas }">cwestiynau a’r syniadau</a>. Os oes rhywun wedi gofyn am yr un peth yn barod, mae eich cefnogaeth yno’n pwyso mwy nag ail syniad.
about-write-title = Postio eich syniad
about-write = <a class="govuk-link" href="{ $new }">Ysgrifennwch yn gyntaf</a>, a mewngofnodwch wedyn: bydd eich geiriau’n aros amdanoch chi. Mae’r rhan fwyaf o gwestiynau’n dangos syniad ar unwaith. Ar gyfer rhai, bydd cymedrolwr yn ei wirio yn erbyn y <a class="govuk-link" href="{ $guidelines }">canllawiau</a> yn gyntaf.
about-vote-title = Pleidleisio, a thrafod
about-vote = Mae gennych chi un bleidlais ar bob syniad, a gallwch ei newid. Dywedwch mewn sylw beth sydd o blaid syniad neu yn ei erbyn.
about-follow-title = Gweld beth sy’n digwydd iddo
about-follow = Mae pob syniad yn dangos i bawb beth yw ei statws. Beth bynnag sy’n newid yn ei eiriau, bydd modd ei ddarllen o hyd yn ei hanes.
about-votes-title = Sut mae pleidleisiau’n cael eu cyfrif
about-votes-count = Mae gan bob person un bleidlais ar bob syniad. Tra bydd y pleidleisio ar agor, gallwch ei newid neu ei thynnu’n ôl, a’ch dewis olaf sy’n sefyll. Mae pleidlais sy’n cyrraedd cyn yr amser cau yn cyfrif. Dydy un sy’n cyrraedd ar ôl hynny ddim.
about-votes-private = Does neb yn gweld sut gwnaethoch chi bleidleisio: dim ond cyfansymiau mae tudalennau, ffeiliau a’r API yn eu dangos. Mae cwestiwn yn dweud a all pobl gefnogi ei syniadau yn unig, neu eu gwrthwynebu hefyd.
about-orders-title = Sut mae rhestrau’n cael eu trefnu
about-orders = Does neb yn trefnu syniadau â llaw. Dyma’r fformiwlâu:
about-order-newest = <strong>Diweddaraf</strong>: y mwyaf diweddar yn gyntaf.
about-order-fewest = <strong>Lleiaf o bleidleisiau hyd yma</strong>: yn ôl nifer y pleidleisiau, y lleiaf yn gyntaf.
about-order-supported = <strong>Y mwyaf o gefnogaeth</strong>: yn ôl pen isaf cyfran y bobl sydd o blaid, ar lefel hyder o 95&nbsp;% (cyfwng sgôr Wilson). Felly mae 290 o blaid o blith 300 yn uwch na 3 o blith 3. Gydag <em>n</em> o bleidleisiau, cyfran <em>p</em> o blaid a <em>z</em>&nbsp;=&nbsp;1.96, y gwerth yw <span class="fm-formula">(&nbsp;p + z²&nbsp;⁄&nbsp;2n − z&nbsp;·&nbsp;√(&nbsp;(&nbsp;p&nbsp;(1&nbsp;−&nbsp;p) + z²&nbsp;⁄&nbsp;4n&nbsp;) ⁄&nbsp;n&nbsp;)&nbsp;) ⁄&nbsp;(&nbsp;1 + z²&nbsp;⁄&nbsp;n&nbsp;)</span>
about-order-trending = <strong>Yn codi</strong>: yn ôl yr amser pan gafodd syniad ei bostio, ynghyd â mantais am ei bleidleisiau. <span class="fm-formula">eiliadau ers 1970 + 45,000 × log₁₀(&nbsp;max(&nbsp;1, cefnogaeth − gwrthwynebiad&nbsp;)&nbsp;)</span> Mae deg gwaith y gefnogaeth yn pwyso cymaint â bod 12½&nbsp;awr yn fwy newydd.
about-who-title = Pwy sydd y tu ôl iddo
about-who = { $council } sy’n berchen ar y bwrdd hwn, ac sy’n atebol am yr hyn sy’n cael ei wneud â’ch syniadau. Mae’n rhedeg ar Folkmoot, meddalwedd cod agored y gall unrhyw gyngor ei defnyddio ac y gall unrhyw un ei gwirio.
about-contact = Oes rhywbeth o’i le, neu ar goll? Ysgrifennwch at <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a>.
about-software-title = Ar gyfer meddalwedd
about-software = Gellir darllen a gwneud y cyfan sy’n ymwneud â syniadau, pleidleisiau, sylwadau, adroddiadau a phenderfyniadau cymedrolwyr drwy’r <a class="govuk-link" href="{ $api }">API GraphQL</a> hefyd, yn ôl yr un rheolau.
about-demo-title = Y fersiwn arddangos hon

## Guidelines

guidelines-title = Canllawiau
guidelines-lead = Dyma le i syniadau am yr hyn a ddylai newid yma, ac i siarad yn onest amdanyn nhw. Mae’r ychydig reolau hyn yn ei gadw felly.
guidelines-helps-title = Beth sy’n helpu
guidelines-helps-one = Un syniad ar y tro, gyda theitl sy’n dweud beth ddylai newid.
guidelines-helps-why = Pam mae’n bwysig, ac i bwy. Mae’r hyn a welsoch chi eich hun yn cyfrif.
guidelines-helps-look = Golwg ar yr hyn sydd yno eisoes. Mae eich cefnogaeth iddo’n pwyso mwy nag ail syniad.
guidelines-helps-answer = Atebion i’r hyn y mae pobl yn ei ddweud, nid i bwy ydyn nhw. Mae croeso i chi anghytuno, ond rhowch eich rhesymau.
guidelines-not-title = Beth sydd ddim yn perthyn yma
guidelines-not-contempt = Sarhad, bygythiadau, a dirmyg tuag at bobl oherwydd yr hyn ydyn nhw.
guidelines-not-private = Enwau, cyfeiriadau neu rifau ffôn pobl breifat.
guidelines-not-accuse = Cyhuddiadau na allwch ddangos eu bod yn wir.
guidelines-not-advertise = Hysbysebu, a’r un testun dro ar ôl tro.
guidelines-not-pretend = Esgus mai rhywun arall, neu’r cyngor, ydych chi.
guidelines-then-title = Beth sy’n digwydd wedyn
guidelines-then-review = Mewn rhai cwestiynau, dim ond ar ôl i gymedrolwr ei ddarllen y bydd syniad yn ymddangos. Gallwch chi ei weld drwy’r amser ar eich tudalen eich hun.
guidelines-then-hide = Gall cymedrolwr guddio neu wrthod yr hyn sy’n torri’r rheolau hyn. Nid yw’n cael ei ddinistrio, felly mae modd cywiro camgymeriad. Cewch wybod pam, yn ôl pa reol, a sut i’w wella.
guidelines-then-appeal = Ydych chi’n meddwl bod cymedrolwr yn anghywir? Gofynnwch i un arall edrych eto, o fewn 180 diwrnod. Mae’r llythyr am y penderfyniad yn arwain yno, ac felly hefyd dudalen yr hyn a ysgrifennoch chi, o’ch <a class="govuk-link" href="{ $me }">tudalen eich hun</a>. Os gwnaethoch chi roi gwybod am rywbeth a’i fod wedi aros, mae tudalen eich adroddiad yn arwain yno.
guidelines-then-report = Ydych chi wedi gweld rhywbeth sy’n torri’r rheolau? Mae dolen ar bob syniad a phob sylw er mwyn rhoi gwybod amdano. Does dim angen i chi fewngofnodi.
guidelines-then-figures = Mae’r hyn a benderfynodd cymedrolwyr yn gyhoeddus, mewn rhifau ac fesul un: gweler <a class="govuk-link" href="{ $transparency }">tryloywder</a>.
guidelines-urgent-title = Os yw’n fater brys
guidelines-urgent = Does neb yn gwylio’r bwrdd hwn ddydd a nos. Os oes rhywun mewn perygl, ffoniwch y gwasanaethau brys: 999 neu 112.
guidelines-standard = Dyma’r rheolau safonol sy’n dod gyda Folkmoot. Nid yw { $council } wedi cyhoeddi ei reolau ei hun.
guidelines-version = Fersiwn { $version }, ers { $when }
guidelines-past = Fersiwn gynharach yw hon. <a class="govuk-link" href="{ $href }">Darllenwch y rheolau sy’n cyfrif nawr</a>.
guidelines-versions = Pob fersiwn

## Privacy

privacy-title = Preifatrwydd
privacy-lead = Rydym yn storio’r hyn sydd ei angen er mwyn i’r bwrdd weithio, a dim byd arall. Does dim ar y tudalennau hyn yn dod o wefan arall, a does neb yn eich dilyn ar eu traws.
privacy-stored-title = Beth sy’n cael ei storio, pam, ac am faint
privacy-email = Eich cyfeiriad e-bost
privacy-email-why = I’ch gadael i mewn, ac i anfon y negeseuon rydych chi’n gofyn amdanyn nhw. Nid yw byth yn cael ei ddangos i neb arall.
privacy-email-time = Cyhyd ag y bydd gennych gyfrif.
privacy-name = Yr enw a ddewisoch
privacy-name-why = Mae’n ymddangos wrth ymyl eich syniadau a’ch sylwadau, i bawb ei ddarllen. Does dim rhaid iddo fod yn enw go iawn, a gallwch ei newid ar <a class="govuk-link" href="{ $me }">eich tudalen eich hun</a>.
privacy-name-time = Cyhyd ag y bydd gennych gyfrif.
privacy-words = Eich syniadau a’ch sylwadau
privacy-words-why = Dyna yw pwrpas y bwrdd. Gall pawb eu darllen, a’u fersiynau cynharach hefyd.
privacy-words-time = Cyhyd ag y bydd y bwrdd yn bodoli. Os byddwch yn dileu sylw, mae’n diflannu ar unwaith, ynghyd â’i fersiynau cynharach. Os byddwch yn tynnu syniad yn ôl, neb ond chi fydd yn gallu ei ddarllen.
privacy-votes = Eich pleidleisiau
privacy-votes-why = Er mwyn i bob person gyfrif unwaith. Mae pob newid yn cael ei nodi, fel bod modd gwirio cyfrif y pleidleisiau. Dim ond cyfansymiau sydd yn y tudalennau, y ffeiliau a’r API; does neb yn cael gwybod sut y gwnaethoch chi bleidleisio.
privacy-votes-time = Cyhyd ag y bydd y syniad yn bodoli.
privacy-drafts = Yr hyn a ysgrifennoch cyn mewngofnodi
privacy-drafts-why = Rhag iddo fynd ar goll tra byddwch yn agor eich e-bost.
privacy-drafts-time = Wythnos.
privacy-sessions = Ble rydych wedi mewngofnodi
privacy-sessions-why = Y math o borwr, ers pryd, a phryd y cafodd ei weld ddiwethaf. Mae’r rhestr ar <a class="govuk-link" href="{ $me }">eich tudalen eich hun</a>, a gallwch ddod â phob sesiwn i ben.
privacy-sessions-time = Nes i chi allgofnodi, 90 diwrnod ar y mwyaf.
privacy-letters = Negeseuon e-bost gyda dolenni a chodau
privacy-letters-why = Er mwyn eu hanfon atoch.
privacy-letters-time = Neges am ddiwrnod ar ôl ei hanfon, neu am 30 diwrnod os nad oedd modd ei hanfon. Pob ymgais i fewngofnodi am ddiwrnod ar ôl i’r ddolen ddod i ben.
privacy-notices = Yr hyn rydych chi am glywed amdano
privacy-notices-why = Y syniadau rydych chi’n eu dilyn neu nad ydych am glywed dim amdanynt, a pha mor aml y cawn ysgrifennu. Rydym hefyd yn nodi’r hyn sy’n aros am eich neges nesaf. Mae’r rhestr yn y ffeil ar <a class="govuk-link" href="{ $me }">eich tudalen eich hun</a>. Nid oes neb arall yn ei gweld.
privacy-notices-time = Cyhyd ag y bydd y syniad yn bodoli a bod gennych gyfrif. Newyddion am 30 diwrnod ar ôl i bawb gael gwybod. Neges am ddiwrnod ar ôl ei hanfon, neu am 30 diwrnod os nad oedd modd ei hanfon.
privacy-reports = Yr hyn rydych chi’n rhoi gwybod amdano
privacy-reports-why = Pa syniad neu sylw, beth sydd o’i le arno, a chyfeiriad e-bost os rhoesoch un er mwyn cael ateb. Nid yw’r awdur byth yn cael gwybod pwy roddodd wybod.
privacy-reports-time = Cyhyd ag y bydd y syniad neu’r sylw yn bodoli.
privacy-tokens = Tocynnau mynediad
privacy-tokens-why = Er mwyn i’ch rhaglenni chi allu gweithredu ar eich rhan. Does gennych chi ddim un oni bai eich bod wedi’i greu.
privacy-tokens-time = Nes i chi eu dirymu.
privacy-digests = Mae dolenni, codau, sesiynau a thocynnau yn cael eu storio fel crynodebau cryptograffig: ni all neb sy’n dwyn y rhestr ei defnyddio.
privacy-log = Mae log y rhaglen yn nodi pa fath o dudalen y gofynnwyd amdani, pryd, a faint o amser gymerodd yr ateb. Does ynddo ddim cyfeiriad rhwydwaith, dim enw, a dim byd a deipioch chi. Mae unrhyw un sy’n anfon llif o geisiadau yn cael ei arafu: ar gyfer hynny, mae cyfeiriadau rhwydwaith yn cael eu cofio am funudau, heb eu hysgrifennu yn unman.
privacy-cookies = Mae mewngofnodi ac ysgrifennu yn dibynnu ar ddau <a class="govuk-link" href="{ $cookies }">gwci</a>.
privacy-public-title = Beth mae pawb yn gallu ei weld
privacy-public = Eich syniadau, eich sylwadau, yr enw a ddewisoch, a’r amserau y gwnaethoch bostio. Felly peidiwch â chynnwys dim na fyddech yn ei roi ar hysbysfwrdd: ble rydych chi’n byw, eich rhif ffôn, iechyd unrhyw un.
privacy-who-title = Pwy sy’n gyfrifol
privacy-who = { $council } sy’n gyfrifol am yr hyn sy’n cael ei storio yma (y “rheolydd”). Mae’n gwneud hyn fel rhan o’i dasg gyhoeddus: erthygl 6(1)(e) o Reoliad Cyffredinol y DU ar Ddiogelu Data. Nid yw’n gwerthu dim nac yn trosglwyddo dim i neb.
privacy-rights-title = Eich hawliau
privacy-rights = Gallwch ofyn i ni:
privacy-right-see = ddangos i chi bopeth sydd wedi’i storio amdanoch
privacy-right-correct = gywiro’r hyn sy’n anghywir
privacy-right-erase = ddileu eich cyfrif a’r hyn sy’n perthyn iddo
privacy-right-object = roi’r gorau i ddefnyddio rhywbeth (dywedwch wrthym pam)
privacy-ask = Ysgrifennwch at <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a> o’r cyfeiriad rydych chi’n ei ddefnyddio i fewngofnodi. Cewch ateb o fewn mis.
privacy-complain = Os nad ydych yn fodlon ar yr ateb, gallwch <a class="govuk-link" href="{ $office }">gwyno i Swyddfa’r Comisiynydd Gwybodaeth</a>.

## Cookies

cookies-title = Cwcis
cookies-lead = Nid yw darllen yn unig yn gosod unrhyw gwci. Mae dau gwci, ac mae angen y ddau ar gyfer yr hyn rydych chi’n gofyn i’r wefan ei wneud.
cookies-need = Dyna pam nad oes baner yn gofyn am eich caniatâd: does dim i’w wrthod. Ni all unrhyw sgript nac unrhyw wefan arall eu darllen.
cookies-table = Y cwcis y mae’r wefan hon yn eu gosod
cookies-name = Enw
cookies-purpose = Pryd, ac i beth
cookies-time = Am faint
cookies-browser-why = Pan fyddwch yn agor ffurflen. Mae’n cysylltu’r hyn rydych chi’n ei ysgrifennu, a’r e-bost sy’n eich mewngofnodi, â’r porwr hwn.
cookies-browser-time = { $days ->
    [zero] { $days } diwrnod
    [one] Un diwrnod
    [two] { $days } ddiwrnod
    [few] { $days } diwrnod
    [many] { $days } diwrnod
   *[other] { $days } diwrnod
}
cookies-session-why = Pan fyddwch yn mewngofnodi. Mae’n eich cadw wedi’ch mewngofnodi.
cookies-session-time = { $days ->
    [zero] { $days } diwrnod ar y mwyaf, neu nes i chi allgofnodi. I bobl sy’n gweithio ar y bwrdd: 12 awr ar y mwyaf.
    [one] Un diwrnod ar y mwyaf, neu nes i chi allgofnodi. I bobl sy’n gweithio ar y bwrdd: 12 awr ar y mwyaf.
    [two] { $days } ddiwrnod ar y mwyaf, neu nes i chi allgofnodi. I bobl sy’n gweithio ar y bwrdd: 12 awr ar y mwyaf.
    [few] { $days } diwrnod ar y mwyaf, neu nes i chi allgofnodi. I bobl sy’n gweithio ar y bwrdd: 12 awr ar y mwyaf.
    [many] { $days } diwrnod ar y mwyaf, neu nes i chi allgofnodi. I bobl sy’n gweithio ar y bwrdd: 12 awr ar y mwyaf.
   *[other] { $days } diwrnod ar y mwyaf, neu nes i chi allgofnodi. I bobl sy’n gweithio ar y bwrdd: 12 awr ar y mwyaf.
}
cookies-none-title = Beth nad ydym yn ei ddefnyddio
cookies-none = Dim ystadegau, dim hysbysebion, dim ffontiau, fideos na botymau o wefannau eraill.
cookies-kept-title = Beth arall mae eich porwr yn ei gadw
cookies-kept = Gall eich porwr gadw arddull a sgript y tudalennau hyn, ac un dudalen sy’n dweud pryd rydych chi all-lein. Maen nhw yr un fath i bawb, a does dim amdanoch chi ynddyn nhw.
cookies-kept-drafts = Mae’r hyn rydych yn ei ysgrifennu yn cael ei gadw yn y tab lle rydych yn ei ysgrifennu, ac nid yn unman arall. Mae’n diflannu pan fyddwch yn ei anfon, yn allgofnodi neu’n cau’r tab.
cookies-kept-effort = Tra bydd swyddog yn ateb syniad, mae’r tab yn cyfrif y meysydd a’r botymau a ddefnyddir, a’r munudau. Ni ddywedir wrth neb arall. Mae’n diflannu pan anfonir yr ateb, pan allgofnodir neu pan gaeir y tab.
cookies-off-title = Os byddwch yn diffodd cwcis
cookies-off = Gallwch ddarllen popeth fel o’r blaen. Ni fydd mewngofnodi a phostio yn gweithio. Mae’r hyn y mae’r wefan ei hun yn ei storio i’w weld ar y dudalen am <a class="govuk-link" href="{ $privacy }">breifatrwydd</a>.

## Accessibility

access-title = Datganiad hygyrchedd
access-for = Datganiad hygyrchedd ar gyfer { $site }
access-scope = Mae’r datganiad hygyrchedd hwn yn berthnasol i <a class="govuk-link" href="{ $address }">{ $address }</a>.
access-who = { $council } sy’n rhedeg y wefan hon. Rydym am i gynifer o bobl â phosibl allu ei defnyddio. Er enghraifft, mae hynny’n golygu y dylech allu:
access-can-see = newid lliwiau, lefelau cyferbyniad a ffontiau drwy osodiadau’r porwr neu’r ddyfais, mewn modd golau a modd tywyll
access-can-zoom = chwyddo hyd at 400% heb i’r testun lifo oddi ar y sgrin
access-can-keyboard = defnyddio’r cyfan gyda bysellfwrdd neu feddalwedd adnabod lleferydd
access-can-listen = gwrando ar y cyfan gyda darllenydd sgrin
access-can-script = defnyddio pob tudalen a phob ffurflen heb JavaScript
access-can-sign-in = mewngofnodi heb gyfrinair, pos na llun
access-plain = Rydym hefyd wedi gwneud testun y wefan mor syml â phosibl i’w ddeall.
access-abilitynet = Mae gan <a class="govuk-link" href="{ $advice }">AbilityNet</a> gyngor ar wneud eich dyfais yn haws i’w defnyddio os oes gennych anabledd.
access-how-title = Pa mor hygyrch yw’r wefan hon
access-how = Rydym yn gwybod nad yw rhai rhannau o’r wefan hon yn gwbl hygyrch, neu nad oes neb wedi gwneud yn siŵr eto:
access-not-tested = nid yw wedi’i phrofi eto gyda defnyddwyr technoleg gynorthwyol, na chan asesydd annibynnol
access-not-ours = gall yr hyn y mae pobl yn ei ysgrifennu yma fod yn anodd ei ddarllen, a gall dolenni ynddo arwain at dudalennau nad ydyn nhw’n hygyrch
access-not-explorer = mae angen JavaScript ar yr <a class="govuk-link" href="{ $api }">archwiliwr API</a>, offeryn i raglenwyr, ac mae’n anodd ei ddefnyddio gyda bysellfwrdd
access-feedback-title = Adborth a gwybodaeth gyswllt
access-feedback = Os oes angen gwybodaeth ar y wefan hon arnoch mewn fformat gwahanol, fel print bras, hawdd ei ddeall, recordiad sain neu braille, ysgrifennwch at <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a>. Byddwn yn ystyried eich cais ac yn cysylltu â chi o fewn 10 diwrnod gwaith.
access-report-title = Rhoi gwybod am broblemau hygyrchedd ar y wefan hon
access-report = Rydym bob amser yn ceisio gwella hygyrchedd y wefan hon. Os dewch o hyd i broblem nad yw ar y dudalen hon, neu os ydych yn credu nad ydym yn bodloni’r gofynion hygyrchedd, ysgrifennwch at <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a> a dywedwch pa dudalen oedd hi.
access-enforce-title = Y drefn orfodi
access-enforce = Y Comisiwn Cydraddoldeb a Hawliau Dynol (EHRC) sy’n gyfrifol am orfodi Rheoliadau Hygyrchedd Cyrff y Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018 (y ‘rheoliadau hygyrchedd’). Os nad ydych yn fodlon ar ein hymateb i’ch cwyn, <a class="govuk-link" href="{ $service }">cysylltwch â’r Gwasanaeth Cynghori a Chymorth Cydraddoldeb (EASS)</a>.
access-technical-title = Gwybodaeth dechnegol am hygyrchedd y wefan hon
access-technical = Mae { $council } wedi ymrwymo i sicrhau bod ei wefan yn hygyrch, yn unol â Rheoliadau Hygyrchedd Cyrff y Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018.
access-status-title = Statws cydymffurfio
access-status = Mae’r wefan hon yn cydymffurfio’n rhannol â safon AA y <a class="govuk-link" href="{ $guidelines }">Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn 2.2</a>, oherwydd yr achosion o ddiffyg cydymffurfio a restrir isod.
access-content-title = Cynnwys nad yw’n hygyrch
access-content-tests = Nid yw gwiriadau awtomatig yn canfod dim methiant ar ein tudalennau. Dim ond rhan o’r hyn sydd i’w ganfod y maen nhw’n ei chanfod, ac nid yw pobl sy’n defnyddio technoleg gynorthwyol wedi profi’r wefan eto. Felly nid ydym yn honni mwy.
access-content-people = Gall yr hyn y mae pobl yn ei ysgrifennu fod heb strwythur, neu ddefnyddio testun dolen aneglur (meini prawf llwyddiant 1.3.1 a 2.4.4 yn WCAG 2.2). Nid ydym yn newid geiriau pobl. Rhowch wybod i ni, a byddwn yn eich helpu i’w darllen.
access-content-explorer = Offeryn gan wneuthurwr arall yw’r archwiliwr API (meini prawf llwyddiant 2.1.1 a 4.1.2 yn WCAG 2.2). Mae modd gwneud popeth y mae’n ei wneud gydag unrhyw raglen sy’n anfon ceisiadau.
access-burden-title = Baich anghymesur
access-burden = Nid ydym yn hawlio dim.
access-doing-title = Beth rydym yn ei wneud i wella hygyrchedd
access-doing = Mae pob newid i’r feddalwedd yn cael ei wirio gan beiriant yn erbyn WCAG 2.2 AA. Mae’r gwiriadau’n mynd drwy’r tudalennau y daw pobl iddynt, yn y cyflyrau y gallant fod ynddynt. Maen nhw’n edrych ar dri lled, mewn modd golau a modd tywyll, gyda JavaScript a hebddo. Mae rhai tudalennau’n cael eu dilyn â’r bysellfwrdd yn unig, a’u darllen fel y byddai darllenydd sgrin yn eu cael. Y cam nesaf yw profi gyda phobl sy’n defnyddio technoleg gynorthwyol. Bydd yr hyn y byddan nhw’n ei ganfod yn cael ei restru yma.
access-prepared-title = Paratoi’r datganiad hygyrchedd hwn
access-prepared = Cafodd y datganiad hwn ei baratoi ar { $when } a’i adolygu ddiwethaf ar yr un diwrnod.
access-tested = Mae gwneuthurwyr y feddalwedd yn profi ei thudalennau drwy wiriadau awtomatig, yn Chromium. Mae tudalennau i staff y cyngor yn cael eu profi wrth iddynt ddod. Nid oes neb wedi ei phrofi eto gyda defnyddwyr technoleg gynorthwyol.

## Transparency

transparency-title = Tryloywder
transparency-lead = Dyma lle mae { $council } yn egluro sut mae syniadau’n cael eu trin yma.
transparency-figures-title = Cymedroli yn y { $days } diwrnod diwethaf
transparency-figures-how = Mae cymedrolwyr yn edrych ar yr hyn y rhoddwyd gwybod amdano ac ar yr hyn sy’n aros, yn ôl y <a class="govuk-link" href="{ $guidelines }">canllawiau</a>. Dyma’r ffigurau, o’r 10,000 penderfyniad diweddaraf ar y mwyaf.
transparency-figures-at = Cyfrifwyd ar { $when }. Mae’r ffigurau’n { $minutes } munud oed ar y mwyaf.
transparency-figures-none = Ni phenderfynwyd dim yn yr amser hwn.
transparency-all = Cipolwg
transparency-decided = Penderfyniadau
transparency-median = Penderfynwyd ar hanner yr hyn oedd yn aros o fewn
transparency-appeals = Apeliadau a gafodd eu hateb
transparency-overturned = O’r rhain, gwrthdrowyd y penderfyniad
transparency-undone = Tynnwyd yn ôl gan gymedrolwyr eu hunain, a heb eu cyfrif uchod
transparency-acts = Beth benderfynwyd
transparency-act = Penderfyniad
transparency-reasons = Pam y cymerwyd rhywbeth oddi ar ei awdur
transparency-reason = Rheswm
transparency-count = Sawl gwaith
transparency-log = Pob penderfyniad, fesul un
transparency-figures-file = Y ffigurau hyn ar gyfer taenlen (CSV)
transparency-log-file = Y 10,000 penderfyniad diweddaraf ar gyfer taenlen (CSV)
transparency-today-title = Beth gallwch chi ei wirio heddiw
transparency-today-orders = <a class="govuk-link" href="{ $orders }">Sut mae rhestrau’n cael eu trefnu</a>: mae’r fformiwlâu wedi’u cyhoeddi, a does neb yn symud syniad â llaw.
transparency-today-votes = <a class="govuk-link" href="{ $votes }">Sut mae pleidleisiau’n cael eu cyfrif</a>: pob person unwaith, ac mae’r cyfrif bob amser yn cyfateb i’r pleidleisiau.
transparency-today-history = Mae pob syniad yn dangos ei statws, a phob fersiwn gynharach o’r hyn roedd yn ei ddweud.
transparency-today-record = Mae pob gweithred gymedroli mewn cofnod sydd ond yn tyfu. Mae pob cofnod wedi’i selio ynghyd â’r un o’i flaen, felly gall y cyngor ddangos nad oes un wedi’i newid na’i dynnu allan.
transparency-today-api = Gall unrhyw un ddarllen yr holl ddata cyhoeddus â meddalwedd, drwy’r <a class="govuk-link" href="{ $api }">API</a>.
transparency-later-title = Beth sydd heb ei gyfrif eto
transparency-later = Dyw atebion swyddogion ddim yn cael eu cyfrif yma eto:
transparency-later-answers = faint o syniadau a gafodd ateb mewn pryd, a gafodd ateb yn hwyr, ac a gafodd eu rhoi ar waith
transparency-later-time = faint o amser gymerodd yr atebion

## The public log

log-title = Beth benderfynodd cymedrolwyr
log-lead = Pob penderfyniad, y diweddaraf yn gyntaf: beth wnaed, i beth, a pham. Mae enwau, teitlau a’r hyn a ysgrifennodd pobl wedi’u gadael allan.
log-none = Ni phenderfynwyd dim eto.
log-when = Pryd
log-what = Beth wnaed
log-on = I beth
log-why = Rheswm
log-since = Ers hynny
log-account = Cyfrif
log-gone = Rhywbeth sydd wedi mynd
log-undone = Tynnwyd yn ôl
log-appealed = Apeliwyd, heb ateb eto
log-PUBLISH = Cyhoeddwyd
log-PUBLISH_AND_TRUST = Cyhoeddwyd, gan ymddiried yn yr awdur o hyn ymlaen
log-KEEP = Edrychwyd arno, a’i gadw fel y mae
log-REJECT = Ni chyhoeddwyd
log-HIDE = Cuddiwyd
log-HOLD = Cuddiwyd nes bod cymedrolwr wedi edrych, am fod sawl person wedi rhoi gwybod amdano
log-RESTORE = Gwnaed yn gyhoeddus eto
log-REDACT = Tynnwyd rhai geiriau allan
log-MERGE = Cyfunwyd â syniad arall
log-MOVE = Symudwyd i gwestiwn arall
log-WARN = Rhybuddiwyd
log-SUSPEND = Ataliwyd am gyfnod
log-RESET_NAME = Tynnwyd enw cyhoeddus
log-UPHOLD = Edrychwyd eto: mae’r penderfyniad yn sefyll
log-OVERTURN = Edrychwyd eto: gwrthdrowyd y penderfyniad

## Installable

offline-title = Rydych chi all-lein
offline-words = Mae angen cysylltiad ar y dudalen hon, a does dim un ar hyn o bryd.
offline-kept = Mae’r hyn a anfonoch chi o’r blaen yn ddiogel. Os oeddech chi’n ysgrifennu rhywbeth, ewch yn ôl: mae’n dal gan y rhan fwyaf o borwyr.
offline-again = Rhoi cynnig arall arni

## The demonstration’s own pages

dev-mail-title = Negeseuon e-bost
dev-mail-lead = Arddangosiad yw hwn: does dim e-bost yn ei adael. Mae’r diweddaraf yn gyntaf.
dev-mail-none = Dim negeseuon eto. Bydd un yn ymddangos pan fydd rhywun yn mewngofnodi.
dev-mail-to = At { $to }
dev-parts-title = Cydrannau
dev-parts-lead = Pob rhan sy’n ffurfio’r tudalennau, ym mhob cyflwr, gyda chynnwys dychmygol. Edrychwch arnyn nhw ar ffôn, yn y modd tywyll, mewn cyferbyniad uchel ac ym mhob iaith.
dev-parts-colours = Lliwiau
dev-parts-buttons = Botymau
dev-parts-statuses = Statysau
dev-parts-cards = Syniadau mewn rhestr
dev-parts-votes = Pleidleisiau
dev-parts-thread = Trafodaeth
dev-parts-form = Ffurflen â rhywbeth i’w gywiro
dev-parts-label = Cwestiwn ag un llinell
dev-parts-hint = Mae awgrym yn dweud beth sy’n helpu.
dev-parts-text = Cwestiwn â lle i ysgrifennu
dev-parts-choice = Cwestiwn â dewisiadau
dev-parts-choose = Un o blith llawer
dev-parts-one = Y cyntaf
dev-parts-two = Yr ail
dev-parts-wrong = Dywedwch beth i’w gywiro
dev-parts-facts = Ffeithiau
dev-parts-notices = Hysbysiadau
dev-parts-signed-in = Wedi mewngofnodi, ag enw hir
dev-parts-refused = Ni newidiwyd dim
dev-parts-inset = Nodyn sy’n sefyll ar wahân.
dev-parts-details = Beth sy’n agor pan ofynnir amdano
dev-parts-pages = Tudalennau
dev-parts-search = Chwilio
dev-parts-campaigns = Cwestiynau’r cyngor
dev-parts-answers = Ateb y cyngor a beth ddigwyddodd
dev-parts-over = Gormod mewn maes
dev-parts-receipt = Adroddiad a dderbyniwyd
dev-parts-writing = Ysgrifennu, gyda rhywbeth i’w gywiro
dev-parts-several = Cwestiwn â sawl ateb
dev-parts-change = Beth newidiodd mewn testun
dev-parts-told = Beth mae rhywun yn cael gwybod
dev-parts-own = Tudalen rhywun eu hunain

## Where an idea stands

status-SUBMITTED = Yn aros i gael ei wirio
status-PUBLISHED = Wedi’i gyhoeddi
status-AWAITING_REPLY = Yn aros am ateb y cyngor
status-UNDER_REVIEW = Dan ystyriaeth
status-PLANNED = Wedi’i gynllunio
status-IN_PROGRESS = Ar y gweill
status-DONE = Wedi’i gwblhau
status-DECLINED = Wedi’i wrthod
status-NOT_OURS = Nid mater i’r cyngor
status-WITHDRAWN = Wedi’i dynnu’n ôl
status-MERGED = Wedi’i gyfuno
status-REJECTED = Heb ei gyhoeddi

## Home

home-title = Syniadau ar gyfer { $council }
home-heading = Beth ddylai newid lle rydych chi’n byw?
home-lead = Mae { $council } yn gofyn, a gall unrhyw un ateb. Darllenwch beth mae pobl eraill yn ei gynnig, pleidleisiwch arno, a gwelwch beth ddaw ohono.
home-search = Chwilio’r holl syniadau
home-post = Postio syniad
home-post-more = Mae’n cymryd munud. Dim ond ar ôl ei ysgrifennu y byddwch yn mewngofnodi.
home-how = Sut mae’n gweithio
home-how-post = <strong>Postiwch syniad.</strong> Ysgrifennwch ef yn gyntaf. Dim ond eich cyfeiriad e-bost sydd ei angen i fewngofnodi.
home-how-vote = <strong>Pleidleisiwch a thrafodwch.</strong> Mae pawb yn gweld nifer y pleidleisiau. Does neb yn gweld sut y gwnaethoch chi bleidleisio.
home-how-answer = <strong>Gwelwch beth ddaw ohono.</strong> Mae pob syniad yn dangos ei statws gyda’r cyngor.
home-asks = Beth mae’r cyngor yn ei ofyn
home-asks-none = Does dim cwestiwn ar agor ar hyn o bryd. Mae popeth a gynigiwyd yn aros yma i’w ddarllen.
home-rising = Yn codi nawr
home-all = Gweld pob syniad
home-answered = Syniadau y mae’r cyngor wedi’u hateb
home-answered-all = Popeth y mae’r cyngor wedi’i ateb
home-answered-none = Nid yw’r cyngor wedi ateb syniad eto. Pan fydd yn gwneud hynny, cewch ddarllen yr ateb yma.

## Campaigns in lists

ask-opens = Yn agor ar { $when }
ask-ideas = { $count ->
    [0] Dim syniadau eto
    [one] 1 syniad
   *[other] { $count } syniad
}
ask-ideas-more = { $count } syniad neu fwy
ends-left = { $days ->
    [0] Llai na diwrnod ar ôl
    [one] 1 diwrnod ar ôl
    [two] { $days } ddiwrnod ar ôl
    [few] { $days } diwrnod ar ôl
    [many] { $days } diwrnod ar ôl
   *[other] { $days } diwrnod ar ôl
}
ends-at = (tan { $when })
ends-never = Ar agor bob amser

## Lists

search = Chwilio
order-label = Trefn y rhestr
order-trending = Yn codi
order-most-supported = Y mwyaf o gefnogaeth
order-newest = Diweddaraf
order-fewest-votes = Y lleiaf o bleidleisiau hyd yma
pager-ideas = Tudalennau o syniadau
pager-comments = Tudalennau o sylwadau
pager-previous = Tudalen flaenorol
pager-next = Tudalen nesaf
pager-page = { $title }, tudalen { $page }
list-nothing = Does dim syniadau yma eto.
list-first = Postio’r un cyntaf
list-end = Dyna ddiwedd y rhestr.
list-begin = Mynd yn ôl i’r dechrau

## Ideas in lists

card-part = Rhan o <a class="govuk-link govuk-link--muted" href="{ $href }"><bdi lang="{ $lang }">{ $question }</bdi></a>
card-by = gan <bdi>{ $author }</bdi>
card-comments = { $count ->
    [0] Dim sylwadau
    [one] 1 sylw
   *[other] { $count } sylw
}<span class="govuk-visually-hidden"> ar “<bdi>{ $title }</bdi>”</span>
ideas-title = Syniadau
ideas-title-mine = Eich syniadau
ideas-title-search = Syniadau sy’n cynnwys “{ $words }”
ideas-search = Chwilio yn y syniadau
ideas-search-short = Teipiwch o leiaf ddwy lythyren i chwilio.
ideas-search-long = Defnyddiwch lai o eiriau: mae lle i { $most } nod ar y mwyaf.
ideas-question = Cwestiwn
ideas-question-all = Pob cwestiwn
ideas-status = Statws
ideas-status-all = Unrhyw statws
ideas-place = Lle
ideas-place-all = Unrhyw le
ideas-tag = Tag
ideas-tag-all = Unrhyw dag
ideas-mine = Fy syniadau i yn unig
ideas-chips = Yn dangos y rhain yn unig
ideas-chip-remove = Tynnu’r hidlydd:
ideas-count = { $count ->
    [0] Does dim syniad yn cyfateb
    [one] Mae 1 syniad yn cyfateb
   *[other] Mae { $count } syniad yn cyfateb
}
ideas-count-more = Mae { $count } syniad neu fwy yn cyfateb
ideas-list = Y rhestr
ideas-asks = Cwestiynau sydd ar agor nawr
ideas-none-search = Does dim syniad yn dweud “<bdi>{ $words }</bdi>”.
ideas-none-search-more = Rhowch gynnig ar lai o eiriau neu ar eiriau eraill. Neu byddwch y cyntaf i’w ddweud:
ideas-none-post = Postio “<bdi>{ $words }</bdi>” fel syniad
ideas-none-mine = Does gennych chi ddim syniadau yma eto.
ideas-none-filter = Does dim syniad yn cyfateb ar hyn o bryd.
ideas-none-filter-more = Tynnwch un o’r hidlwyr uchod, neu dewiswch gwestiwn neu statws arall.

## Campaign

campaign-asks = Mae { $council } yn gofyn
campaign-answer = Ateb gyda syniad
campaign-rules = Sut mae’r cwestiwn hwn yn gweithio
campaign-left = Amser ar ôl
campaign-opens = Yn agor
campaign-opened = Agorodd
campaign-closed = Caeodd
campaign-closes = Yn cau
campaign-votes = Pleidleisiau
campaign-votes-both = Gallwch gefnogi neu wrthwynebu pob syniad, a newid eich meddwl nes bod y cwestiwn yn cau.
campaign-votes-support = Gallwch gefnogi pob syniad, a thynnu’ch cefnogaeth yn ôl nes bod y cwestiwn yn cau.
campaign-votes-both-over = Roedd pobl yn gallu cefnogi neu wrthwynebu pob syniad.
campaign-votes-support-over = Roedd pobl yn gallu cefnogi pob syniad.
campaign-new = Syniadau a sylwadau newydd
campaign-promises = Beth mae’r cyngor yn ei addo
campaign-new-STRAIGHT_AWAY = Gall pawb eu darllen ar unwaith.
campaign-new-UNLESS_FLAGGED = Gall pawb eu darllen ar unwaith. Mae cymedrolwr yn darllen yn gyntaf bethau sy’n edrych fel sbam neu ddata preifat.
campaign-new-FIRST_POSTS = Mae cymedrolwr yn darllen yr hyn y mae rhywun yn ei ysgrifennu yma am y tro cyntaf cyn i bawb allu. Ar ôl hynny, mae yno ar unwaith.
campaign-new-AFTER_REVIEW = Mae cymedrolwr yn darllen pob un cyn i bawb allu. Gan bobl y mae cymedrolwyr yn ymddiried ynddynt, dim ond yr hyn sy’n edrych o’i le.
campaign-over = Caeodd y cwestiwn hwn ar { $when }. Nid yw’n derbyn rhagor o syniadau na phleidleisiau.
campaign-over-next = Mae ei syniadau’n aros yma i’w darllen, ac mae pob un yn dangos ei statws gyda’r cyngor. <a class="govuk-link" href="{ $href }">Gweld pa gwestiynau sydd ar agor nawr</a>.
campaign-not-yet = Bydd y cwestiwn hwn yn agor ar { $when }.
campaign-not-yet-next = O hynny ymlaen gallwch ei ateb a phleidleisio ar yr hyn y mae pobl eraill yn ei gynnig. Tan hynny, <a class="govuk-link" href="{ $href }">gwelwch pa gwestiynau sydd ar agor nawr</a>.
campaign-search = Chwilio yn y syniadau hyn
campaign-none = Does neb wedi ateb eto.
campaign-none-post = Postio’r syniad cyntaf
campaign-none-yet = Bydd syniadau’n ymddangos yma ar ôl iddo agor.
campaign-none-over = Wnaeth neb ateb y cwestiwn hwn.

## An idea

back-to-idea = Yn ôl i’r syniad
idea-back = Pob syniad
idea-title-more = { $title }, rhagor o sylwadau
idea-part-of = Rhan o <a class="govuk-link" href="{ $href }"><bdi lang="{ $lang }">{ $question }</bdi></a>
idea-by = gan <bdi>{ $name }</bdi>
idea-by-linked = gan <a class="govuk-link govuk-link--muted" href="{ $href }"><bdi>{ $name }</bdi></a>
idea-edited = golygwyd { $when }
idea-number = Syniad { $number }
idea-place = Lle:
idea-tags = Tagiau:
idea-waits = Mae’r syniad hwn yn aros am gymedrolwr. Dim ond ei awdur a chymedrolwyr all ei ddarllen am y tro.
idea-hidden = Mae’r syniad hwn wedi’i guddio gan gymedrolwr ar hyn o bryd. Dim ond ei awdur a chymedrolwyr all ei ddarllen.
idea-change-waits = Mae newid gennych yn aros am gymedrolwr. <a class="govuk-link" href="{ $href }">Edrychwch arno, neu newidiwch ef eto</a>.
idea-change-refused = Ni chyhoeddodd cymedrolwr eich newid diwethaf. <a class="govuk-link" href="{ $href }">Darllenwch pam, a’i gywiro</a>.
idea-withdrawn = Tynnwyd y syniad hwn yn ôl: { $reason }
idea-edit = Golygu eich syniad
idea-withdraw = Tynnu eich syniad yn ôl
idea-report = Rhoi gwybod am y syniad hwn
idea-vote = Eich pleidlais
idea-votes = Sut y pleidleisiodd pobl
idea-printed = Syniad { $number }. { $support ->
    [zero] Dim pleidleisiau o blaid
    [one] { $support } bleidlais o blaid
    [two] { $support } bleidlais o blaid
    [few] { $support } pleidlais o blaid
    [many] { $support } phleidlais o blaid
   *[other] { $support } pleidlais o blaid
}, { $oppose } yn erbyn, { $comments ->
    [zero] dim sylwadau
    [one] { $comments } sylw
    [two] { $comments } sylw
    [few] { $comments } sylw
    [many] { $comments } sylw
   *[other] { $comments } sylw
}. { $address }
idea-words = Y syniad ei hun
idea-answer = Ateb y cyngor
idea-answer-SUBMITTED = Does dim ateb eto. Bydd cymedrolwr yn darllen y syniad yn gyntaf.
idea-answer-PUBLISHED = Does dim ateb eto. Rhaid i rywun yn y cyngor fynd â’r syniad ymhellach yn gyntaf. Bydd yr ateb yn ymddangos yma.
idea-answer-AWAITING_REPLY = Does dim ateb eto, ond mae disgwyl un: mae digon o bobl yn cefnogi’r syniad hwn fel bod rhaid i’r cyngor ateb.
idea-answer-UNDER_REVIEW = Does dim ateb eto. Mae’r cyngor yn gweithio arno.
idea-answer-PLANNED = Mae’r cyngor yn dweud y bydd yn gwneud hyn. Nid yw wedi ysgrifennu mwy yma eto.
idea-answer-IN_PROGRESS = Mae’r cyngor yn dweud ei fod yn gwneud hyn. Nid yw wedi ysgrifennu mwy yma eto.
idea-answer-DONE = Mae’r cyngor yn dweud bod hyn wedi’i wneud. Nid yw wedi ysgrifennu mwy yma eto.
idea-answer-DECLINED = Mae’r cyngor yn dweud na fydd yn gwneud hyn. Nid yw wedi ysgrifennu ei resymau yma eto.
idea-answer-NOT_OURS = Mae’r cyngor yn dweud mai rhywun arall sy’n penderfynu ar hyn. Nid yw wedi ysgrifennu yma eto pwy sy’n gwneud hynny.
idea-answer-WITHDRAWN = Ni fydd ateb: tynnwyd y syniad yn ôl.
idea-answer-MERGED = Mae’r syniad hwn yn parhau mewn syniad arall. Yr ateb i hwnnw yw’r ateb i hwn hefyd.
idea-answer-REJECTED = Ni fydd ateb: nid yw’r syniad wedi’i gyhoeddi.
idea-next = Beth sy’n digwydd nesaf
idea-next-waiting = Bydd cymedrolwr yn ei ddarllen. Os yw’n cadw at y canllawiau, gall pawb ei ddarllen wedyn, pleidleisio arno a rhoi sylwadau.
idea-next-waiting-by = Bydd cymedrolwr yn ei ddarllen erbyn { $when }. Os yw’n cadw at y canllawiau, gall pawb ei ddarllen wedyn, pleidleisio arno a rhoi sylwadau.
idea-next-waiting-mine = Tan hynny gallwch ei newid neu ei dynnu’n ôl o hyd. Mae’r dudalen hon a’ch tudalen chi’n dangos ei statws.
idea-next-hidden = Mae’n aros ynghudd, oni bai bod cymedrolwr arall yn penderfynu’n wahanol. Dim ond ei awdur a chymedrolwyr all ei ddarllen.
idea-next-held = Mae pobl wedi rhoi gwybod amdano. Bydd cymedrolwr yn penderfynu erbyn { $when } a gaiff pawb ei ddarllen eto.
idea-next-opens = Bydd y pleidleisio’n dechrau ar { $when }.
idea-next-open-until = Gallwch bleidleisio tan { $when }, a newid eich pleidlais tan hynny. Wedyn bydd y pleidleisiau’n sefyll.
idea-next-open = Gallwch bleidleisio unrhyw bryd, a newid eich pleidlais. Does dim dyddiad cau i’r pleidleisio.
idea-next-ended = Daeth y pleidleisio i ben ar { $when }. Mae’r pleidleisiau’n sefyll fel y maen nhw. Y cyngor fydd yn siarad nesaf, a does dim dyddiad wedi’i bennu ar gyfer hynny.
idea-next-ended-promised = Daeth y pleidleisio i ben ar { $when }. Mae’r pleidleisiau’n sefyll fel y maent. Gan y cyngor mae’r gair nesaf.
idea-next-under-way = Mae’r pleidleisio a’r sylwadau wedi cau. Pan fydd y cyngor yn cymryd y cam nesaf, bydd i’w weld yma.
idea-next-merged = Mae pleidleisiau a sylwadau’n mynd i’r syniad arall nawr.
idea-next-rejected = Gall ei awdur ei newid a’i anfon eto. Dim ond nhw a chymedrolwyr all ei ddarllen.
idea-next-not-public = Dim byd. Dim ond ei awdur a chymedrolwyr all ei ddarllen o hyd.
idea-next-over = Does dim mwy i ddod. Mae’r syniad yn aros yma i’w ddarllen.

timeline-title = Hyd yma
timeline-posted = Postiwyd
timeline-published = Postiwyd a chyhoeddwyd
timeline-public = Cyhoeddwyd
timeline-edited = { $count ->
    [one] Golygwyd unwaith
    [two] Golygwyd ddwywaith
    [few] Golygwyd deirgwaith
    [many] Golygwyd { $count } gwaith
   *[other] Golygwyd { $count } gwaith
}
timeline-opens = Y pleidleisio’n agor
timeline-closes = Y pleidleisio’n cau
timeline-closed = Caeodd y pleidleisio
timeline-withdrawn = Tynnwyd yn ôl
timeline-council = y cyngor
timeline-reached = { $count ->
    [zero] Cyrhaeddwyd { $count } cefnogwr
    [one] Cyrhaeddwyd { $count } cefnogwr
    [two] Cyrhaeddwyd { $count } gefnogwr
    [few] Cyrhaeddwyd { $count } chefnogwr
    [many] Cyrhaeddwyd { $count } chefnogwr
   *[other] Cyrhaeddwyd { $count } cefnogwr
}
timeline-assigned = Rhoddwyd i { $department }
timeline-acknowledged = Gwelwyd gan { $department }
timeline-committee = Aed ag ef i bwyllgor gan { $department }
timeline-paused = Mae’r cloc wedi’i stopio
timeline-resumed = Mae’r cloc yn rhedeg eto
timeline-extended = { $count ->
    [zero] Mae’r cyngor yn cymryd { $count } diwrnod gwaith yn hirach
    [one] Mae’r cyngor yn cymryd { $count } diwrnod gwaith yn hirach
    [two] Mae’r cyngor yn cymryd { $count } ddiwrnod gwaith yn hirach
    [few] Mae’r cyngor yn cymryd { $count } diwrnod gwaith yn hirach
    [many] Mae’r cyngor yn cymryd { $count } diwrnod gwaith yn hirach
   *[other] Mae’r cyngor yn cymryd { $count } diwrnod gwaith yn hirach
}
timeline-replied = Atebwyd gan { $department }
timeline-moved = Symudodd y cyngor ef ymlaen
timeline-milestone = Gosodwyd cam gan { $department }
timeline-claimed = Beth ddaeth o gam, yn ôl { $department }
timeline-reopened = Dywedodd llawer na ddigwyddodd: mae’r cyngor yn edrych eto
timeline-revised = Diwygiwyd yr ateb gan { $department }

## Ateb y cyngor yn llawn

reply-answered = Atebodd y cyngor:
reply-by = <bdi>{ $role }</bdi>, <bdi>{ $department }</bdi>
reply-arguments = Beth ddigwyddodd i’ch dadleuon
reply-until = Gofynnwch eto o
reply-refer-to = Pwy i’w holi
reply-cost = Beth mae’n ei gostio
reply-next-step = Beth sy’n digwydd nesaf
reply-next-date = Erbyn
reply-revised = Diwygiwyd { $when }.
reply-history = Beth ddywedodd o’r blaen
reply-others = { $count ->
    [zero] Nid yw’r un ateb yn mynd i unrhyw syniad arall
    [one] Mae’r un ateb yn mynd i un syniad arall
    [two] Mae’r un ateb yn mynd i { $count } syniad arall
    [few] Mae’r un ateb yn mynd i { $count } syniad arall
    [many] Mae’r un ateb yn mynd i { $count } syniad arall
   *[other] Mae’r un ateb yn mynd i { $count } syniad arall
}
reply-outcome = Yr ateb mewn gair
reply-reasons = Y rhesymau
reply-role = Pwy sy’n ateb
reply-history-title = Beth ddywedodd ateb y cyngor
reply-history-title-of = Beth ddywedodd ateb y cyngor: { $title }
reply-history-never = Nid yw’r ateb erioed wedi’i newid.
reply-history-why = Pam y cafodd ei newid:
answer-live = Mae’r cyngor newydd ateb. Mae’r ateb ar y dudalen hon nawr.

## Beth mae’r cyngor yn ei addo

supporters = { $count ->
    [zero] { $count } cefnogwr
    [one] { $count } cefnogwr
    [two] { $count } gefnogwr
    [few] { $count } chefnogwr
    [many] { $count } chefnogwr
   *[other] { $count } cefnogwr
}
working-days = { $count ->
    [zero] { $count } diwrnod gwaith
    [one] { $count } diwrnod gwaith
    [two] { $count } ddiwrnod gwaith
    [few] { $count } diwrnod gwaith
    [many] { $count } diwrnod gwaith
   *[other] { $count } diwrnod gwaith
}
promise-due-ACKNOWLEDGE = Mae’r cyngor wedi addo dweud erbyn { $when } ei fod wedi gweld hyn.
promise-due-REPLY = Mae’r cyngor wedi addo ateb erbyn { $when }.
promise-due-COMMITTEE = Mae’r cyngor wedi addo mynd â hyn i bwyllgor erbyn { $when }.
promise-late-ACKNOWLEDGE = Addawodd y cyngor ddweud erbyn { $when } ei fod wedi gweld hyn. Mae’n hwyr.
promise-late-REPLY = Addawodd y cyngor ateb erbyn { $when }. Mae’n hwyr.
promise-late-COMMITTEE = Addawodd y cyngor fynd â hyn i bwyllgor erbyn { $when }. Mae’n hwyr.
promise-paused-ACKNOWLEDGE = Mae’r cyngor wedi addo dweud ei fod wedi gweld hyn. Mae’r cloc wedi’i stopio, am y rheswm hwn:
promise-paused-REPLY = Mae’r cyngor wedi addo ateb. Mae’r cloc wedi’i stopio, am y rheswm hwn:
promise-paused-COMMITTEE = Mae’r cyngor wedi addo mynd â hyn i bwyllgor. Mae’r cloc wedi’i stopio, am y rheswm hwn:
promise-kept-ACKNOWLEDGE = Addawodd y cyngor ddweud erbyn { $when } ei fod wedi gweld hyn. Gwnaeth hynny ar { $on }, mewn pryd.
promise-kept-REPLY = Addawodd y cyngor ateb erbyn { $when }. Atebodd ar { $on }, mewn pryd.
promise-kept-COMMITTEE = Addawodd y cyngor fynd â hyn i bwyllgor erbyn { $when }. Gwnaeth hynny ar { $on }, mewn pryd.
promise-kept-late-ACKNOWLEDGE = Addawodd y cyngor ddweud erbyn { $when } ei fod wedi gweld hyn. Gwnaeth hynny ar { $on }, { $late }.
promise-kept-late-REPLY = Addawodd y cyngor ateb erbyn { $when }. Atebodd ar { $on }, { $late }.
promise-kept-late-COMMITTEE = Addawodd y cyngor fynd â hyn i bwyllgor erbyn { $when }. Gwnaeth hynny ar { $on }, { $late }.
promise-kept-paused-ACKNOWLEDGE = Dywedodd y cyngor ar { $on } ei fod wedi gweld hyn, tra oedd y cloc wedi’i stopio.
promise-kept-paused-REPLY = Addawodd y cyngor ateb. Atebodd ar { $on }, tra oedd y cloc wedi’i stopio.
promise-kept-paused-COMMITTEE = Aeth y cyngor â hyn i bwyllgor ar { $on }, tra oedd y cloc wedi’i stopio.
promise-days-late = { $count ->
    [0] yn hwyr
    [zero] { $count } diwrnod gwaith yn hwyr
    [one] { $count } diwrnod gwaith yn hwyr
    [two] { $count } ddiwrnod gwaith yn hwyr
    [few] { $count } diwrnod gwaith yn hwyr
    [many] { $count } diwrnod gwaith yn hwyr
   *[other] { $count } diwrnod gwaith yn hwyr
}
promise-at-ACKNOWLEDGE = Gyda { $supporters }, mae’r cyngor yn dweud o fewn { $days } ei fod wedi gweld y syniad.
promise-at-REPLY = Gyda { $supporters }, mae’r cyngor yn ateb o fewn { $days }.
promise-at-COMMITTEE = Gyda { $supporters }, mae’r cyngor yn mynd â’r syniad i bwyllgor o fewn { $days }.
promise-left = { $count ->
    [zero] { $count } arall i fynd.
    [one] { $count } arall i fynd.
    [two] { $count } arall i fynd.
    [few] { $count } arall i fynd.
    [many] { $count } arall i fynd.
   *[other] { $count } arall i fynd.
}
promise-how = Sut y cafodd y dyddiad hwn ei gyfrifo
promise-line-reached = Cyrhaeddodd y syniad { $supporters } ar { $when }.
promise-line-counted = Byddai { $days } o hynny ymlaen yn { $when }.
promise-line-stood = Roedd y cloc wedi’i stopio o { $from } hyd { $to }. Mae hynny’n ychwanegu { $days }.
promise-line-extended = Ar { $when } cymerodd y cyngor { $days } yn fwy.
promise-line-due = Felly mae’r addewid yn dod i ben gyda { $when }.
promise-line-paused = Mae’r cloc wedi’i stopio nawr. Caiff ei ddiwrnod ei gyfrifo eto pan fydd yn rhedeg.
promises-title = Sut mae dyddiadau’n cael eu cyfrifo
promises-lead = Mae’r cyngor yn addo atebion o fewn diwrnodau gwaith. Dyma sut maent yn cael eu cyfrif, fel y gallwch chi eu cyfrif hefyd.
promises-count = Sut rydym yn cyfrif
promises-starts = Mae’r cloc yn dechrau ar ei ben ei hun ar y diwrnod y mae syniad yn cyrraedd nifer y cefnogwyr.
promises-days = Dydd Llun i ddydd Gwener yw diwrnodau gwaith, heb wyliau banc a heb y diwrnodau y mae’r cyngor ar gau hefyd.
promises-first = Y diwrnod gwaith cyntaf ar ôl y diwrnod hwnnw yw diwrnod 1.
promises-ends = Daw addewid i ben gyda’i ddiwrnod olaf, am hanner nos ar gloc y cyngor. O’r diwrnod nesaf ymlaen mae’n hwyr.
promises-pause = Gall pwy bynnag sy’n ateb stopio’r cloc, am reswm y gall pawb ei ddarllen. Ychwanegir y diwrnodau gwaith rhwng hynny.
promises-longer = Gallant hefyd gymryd mwy o ddiwrnodau gwaith, gyda rheswm y gall pawb ei ddarllen.
promises-stays = Pan fydd ymgyrch yn newid yr hyn y mae’n ei addo, mae’r hyn a addawyd eisoes yn aros.
promises-own = Diwrnodau’r cyngor ei hun
promises-own-none = Nid yw’r cyngor wedi gosod unrhyw ddiwrnodau ei hun.
promises-own-lead = Ar y diwrnodau hyn mae’r cyngor yn gwneud yn wahanol i’r rheolau:
promises-closed = Mae’r cyngor ar gau.
promises-open = Mae’r cyngor yn gweithio.
promises-holidays = Gwyliau banc
promises-holidays-of = Mae’r cyngor yn cadw gwyliau banc { $nation }. Mae gan un sy’n disgyn ar benwythnos ddiwrnod yn ei le.
promises-day = Diwrnod
promises-holiday = Gŵyl
nation-ENGLAND_AND_WALES = Cymru a Lloegr
nation-SCOTLAND = yr Alban
nation-NORTHERN_IRELAND = Gogledd Iwerddon
holiday-new-year = Dydd Calan
holiday-second-of-january = 2 Ionawr
holiday-saint-patrick = Dydd Gŵyl Padrig
holiday-good-friday = Dydd Gwener y Groglith
holiday-easter-monday = Dydd Llun y Pasg
holiday-early-may = Gŵyl banc dechrau mis Mai
holiday-spring = Gŵyl banc y gwanwyn
holiday-twelfth-of-july = Brwydr y Boyne (Dydd yr Orangemen)
holiday-summer = Gŵyl banc yr haf
holiday-saint-andrew = Dydd Gŵyl Andreas
holiday-christmas = Dydd Nadolig
holiday-boxing = Gŵyl San Steffan

## Fe ddywedoch chi, fe wnaethom ni

answers-title = Fe ddywedoch chi, atebodd y cyngor
answers-lead = Pob syniad y mae’r cyngor wedi’i ateb, yr ateb diweddaraf yn gyntaf. <a class="govuk-link" href="{ $href }">Sut mae’r cyngor yn cadw ei addewidion</a>
answers-outcome = Ateb
answers-outcome-all = Pob ateb
answers-department = Adran
answers-department-all = Pob adran
answers-show = Dangos
answers-none = Nid yw’r cyngor wedi ateb syniad eto.
answers-none-such = Nid oes ateb yn cyd-fynd â’ch dewis.
answers-all = Dangos pob ateb
answers-we = Atebodd y cyngor:
answers-feed = Dilyn fel ffrwd (Atom)
answers-file = Lawrlwytho fel tabl (CSV)
departments-title = Sut mae’r cyngor yn cadw ei addewidion
departments-lead = Pob adran o’r cyngor, am beth mae’n ateb, ac a atebodd mewn pryd. <a class="govuk-link" href="{ $promises }">Sut mae dyddiadau’n cael eu cyfrifo</a>. <a class="govuk-link" href="{ $answers }">Pob ateb</a>.
departments-none = Nid oes adran wedi’i sefydlu eto.
departments-who = Pwy sy’n ateb am beth
department-closed = Mae’r adran hon wedi cau. Mae ei hatebion yn aros yma i’w darllen.
department-about = Am beth mae’n ateb
department-kept = Sut mae’n cadw ei haddewidion
department-latest = Ei hatebion diweddaraf
department-none = Nid yw wedi ateb syniad eto.
department-more = Ei holl atebion
scores-caption-REPLY = Addewidion i ateb: wedi’u hateb yn y 12 mis diwethaf, ers { $when }, neu’n dal i aros
scores-caption-ACKNOWLEDGE = Addewidion i ddweud bod syniad wedi’i weld: wedi’u cadw yn y 12 mis diwethaf, ers { $when }, neu’n dal i aros
scores-caption-COMMITTEE = Addewidion i fynd â syniad i bwyllgor: wedi’u cadw yn y 12 mis diwethaf, ers { $when }, neu’n dal i aros
scores-department = Adran
scores-kept = Mewn pryd
scores-late = Yn hwyr
scores-waiting = Yn aros
scores-overdue = Dros amser
scores-median = Amser arferol
scores-days = { $count ->
    [0] Yr un diwrnod
    [zero] { $count } diwrnod
    [one] { $count } diwrnod
    [two] { $count } ddiwrnod
    [few] { $count } diwrnod
    [many] { $count } diwrnod
   *[other] { $count } diwrnod
}
scores-none = Dim eto
scores-nobody = Dim adran
scores-key = Mewn pryd ac yn hwyr: wedi’u cadw. Yn aros: heb ddod i ben eto. Dros amser: heibio i’w diwrnod, a heb eu cadw. Amser arferol: ni chymerodd hanner ohonynt yn hirach, gan gyfrif penwythnosau. Mae addewid a gadwyd mewn pryd yn cyfrif i’r adran oedd yn arwain bryd hynny. Mae pob un arall yn cyfrif i’r un oedd yn arwain pan aeth ei ddiwrnod heibio, neu sy’n arwain nawr.
scores-file = Lawrlwytho’r ffigurau (CSV)
overdue-title = Atebion sydd dros amser
overdue-lead = Mae’r diwrnod a addawyd wedi mynd heibio, ac nid yw’r cyngor wedi ateb. Y rhai sydd dros amser hiraf sy’n dod gyntaf, { $most } ar y mwyaf.
overdue-day = Addawyd erbyn { $when }
overdue-feed = Dilyn yr hyn sy’n mynd dros amser (Atom)
overdue-file = Lawrlwytho’r hyn sydd dros amser (CSV)

## Gosodiadau

admin-title = Gosodiadau
admin-lead = Sut mae’r wefan yn edrych, pwy gaiff wneud beth, beth sy’n cael ei ofyn, a phwy sy’n ateb erbyn pryd.
admin-save = Cadw
admin-missing = Ar goll o hyd
admin-missing-nothing = Does dim ar goll
admin-missing-department = Does dim adran, felly ni all neb ateb.
admin-missing-officer = Does dim swyddog yn gweithio mewn unrhyw adran.
admin-missing-campaign = Does dim cwestiwn ar agor.
admin-missing-promise = Does dim ymgyrch agored yn addo ateb.
admin-missing-calendar = Does dim diwrnod o’ch eiddo chi yn y calendr, fel y dyddiau wedi’r Nadolig.
admin-missing-mail = Nid yw’r post wedi’i osod, felly mae llythyrau’n aros.
admin-group-site = Y wefan
admin-group-answers = Atebion
admin-group-rules = Rheolau a chofnodion
admin-reasons-about = Yr hyn a ddywedir wrth awduron pan gaiff rhywbeth ei gymryd oddi arnyn nhw.
admin-audit = Penderfyniadau
admin-audit-about = Pob penderfyniad cymedroli: gan bwy, pryd a pham.
admin-by = gan <bdi>{ $name }</bdi>
admin-by-nameless = gan gyfrif heb enw
admin-look = Golwg
admin-look-about = Enw’r wefan, ei lliwiau a’i logo.
admin-look-lead = Mae’r hyn a osodwch yma’n sefyll dros y ffurfweddiad. Mae pob tudalen a llythyr yn dilyn o fewn eiliadau.
admin-look-name = Enw’r wefan
admin-look-name-hint = Mae ym mhennyn pob tudalen ac ym mhob llythyr.
admin-look-council = Enw’r cyngor
admin-look-contact = Ble mae pobl yn ysgrifennu
admin-look-contact-hint = Y cyfeiriad pan fydd rhywbeth o’i le. Mae adroddiadau’n eich cyrraedd yno hefyd.
admin-look-accent = Lliw tudalennau golau
admin-look-accent-hint = Fel #1f5a4c. Mae botymau, dolenni a nodau’n dilyn.
admin-look-accent-dark = Lliw tudalennau tywyll
admin-look-accent-dark-hint = Un goleuach, fel #86ccb5. Mae llawer o ffonau’n dangos tudalennau tywyll gyda’r nos.
admin-look-preview = Rhagolwg
admin-look-show = Dangoswch i mi
admin-look-passes = Gellir darllen { $colour } yn dda: ei gyferbyniad â’r dudalen yw { $contrast } i 1.
admin-look-fails-page = Ni ellir darllen { $colour }: ei gyferbyniad â’r dudalen yw { $contrast } i 1, ac mae angen 4.5. Mae { $near } yn debyg ac yn gweithio, fel y dengys y rhagolwg.
admin-look-fails-boxes = Ni ellir darllen { $colour }: ei gyferbyniad â blychau yw { $contrast } i 1, ac mae angen 4.5. Mae { $near } yn debyg ac yn gweithio, fel y dengys y rhagolwg.
admin-look-fails-words = Ni ellir darllen { $colour }: ei gyferbyniad â’r geiriau arno yw { $contrast } i 1, ac mae angen 4.5. Mae { $near } yn debyg ac yn gweithio, fel y dengys y rhagolwg.
admin-look-try-light = Tudalen olau gyda
admin-look-try-dark = Tudalen dywyll gyda
admin-look-try-link = dolen
admin-look-try-button = Botwm
admin-look-try-mark = Nod
admin-look-logo = Logo
admin-look-logo-now = Y logo fel y mae nawr
admin-look-logo-none = Does dim logo. Mae nod y bwrdd yn sefyll yn eich lliw chi.
admin-look-logo-file = Dewiswch ddarlun
admin-look-logo-hint = SVG neu PNG o 100 KB ar y mwyaf. Mae’n sefyll o flaen yr enw ac yn dod yn eicon y wefan.
admin-look-logo-take = Defnyddio’r darlun hwn
admin-look-logo-remove = Tynnu’r logo
admin-look-reset = Yn ôl i’r ffurfweddiad
admin-look-reset-more = Mae enwau, cyfeiriad, lliwiau a logo wedyn fel mae’r ffeil ffurfweddu’n dweud.
admin-look-past = Yr hyn a newidiwyd
admin-look-version = Fersiwn { $number }
admin-people = Pobl
admin-people-about = Pwy gaiff wneud beth, a phwy roddodd hynny iddyn nhw.
admin-people-lead = Dim ond gweinyddwyr sy’n gweld cyfeiriadau. Mae rolau’n newid o dudalen nesaf rhywun ymlaen.
admin-people-find = Dod o hyd i rywun
admin-people-find-hint = Rhan o’u henw neu eu cyfeiriad.
admin-people-search = Chwilio
admin-people-staff = Pobl â rolau, a’r rhai sydd wedi’u gwahardd
admin-people-found = Canlyniadau
admin-people-none = Ni ddaethpwyd o hyd i neb.
admin-invite = Gwahodd rhywun
admin-invite-more = Maen nhw’n cael cyfrif a llythyr gyda dolen sy’n eu mewngofnodi unwaith.
admin-invite-email = Eu cyfeiriad e-bost
admin-invite-name = Eu henw
admin-invite-name-hint = Gallwch ei adael allan: byddan nhw’n dewis un eu hunain.
admin-invite-send = Gwahodd
admin-person-role = Rôl
admin-person-choose = Dewiswch rôl
admin-person-why = Pam?
admin-person-why-hint = Mae’n aros yn y cofnod: Newydd yn y tîm parciau.
admin-person-roles = Rolau
admin-person-held = Oes
admin-person-not-held = Nac oes
admin-person-own = Eich rolau chi yw’r rhain. Gall gweinyddwr arall eu newid.
admin-person-give = Rhoi’r rôl hon
admin-person-take = Ei chymryd i ffwrdd
admin-person-since = Yma ers { $day }.
admin-person-page = Tudalen gyhoeddus
admin-person-suspended = Wedi’u gwahardd
admin-person-suspended-until = Ni allan nhw bostio tan { $day }.
admin-person-lines = Yr hyn a roddwyd ac a gymerwyd
admin-person-lines-none = Dim byd eto.
admin-person-given = Rhoddwyd: { $role }
admin-person-taken = Cymerwyd: { $role }
admin-person-by-hand = ar y llinell orchymyn
account-role-citizen = Dinesydd
account-role-moderator = Cymedrolwr
account-role-officer = Swyddog
account-role-admin = Gweinyddwr
admin-campaigns = Ymgyrchoedd
admin-campaigns-about = Y cwestiynau mae’r cyngor yn eu gofyn, o bryd i bryd.
admin-labels-about = Yr hyn y mae syniadau’n cael eu trefnu yn ei ôl.
admin-campaigns-lead = Mae pob syniad yn ateb cwestiwn. Mae un cwestiwn ar agor bob amser.
admin-campaign-new = Ymgyrch newydd
admin-campaign-soon = Heb agor eto
admin-campaign-open = Ar agor
admin-campaign-over = Ar ben
admin-campaign-put-away = O’r neilltu
admin-campaign-until = Yn cau { $at }
admin-campaign-page = Ei thudalen gyhoeddus
admin-campaign-fixed = Mae pobl wedi postio syniadau yma. Mae pryd yr agorodd a sut y caiff pleidleisiau eu cyfrif yn aros fel y maen nhw.
admin-campaign-question = Beth ydych chi’n ei ofyn?
admin-campaign-question-hint = Un llinell: Beth sydd ar goll o’n parciau?
admin-campaign-slug = Enw byr
admin-campaign-slug-hint = Mae yng nghyfeiriad y dudalen ac mae’n aros: parciau-2027.
admin-campaign-brief = Beth ddylai pobl ei wybod?
admin-campaign-brief-hint = Ychydig frawddegau. Gallwch ddefnyddio Markdown.
admin-campaign-language = Ym mha iaith mae hwn?
admin-campaign-opens = Pryd mae’n agor?
admin-campaign-closes = Pryd mae’n cau?
admin-campaign-closes-hint = Gadewch ef yn wag os nad oes diwedd. Amserau’r cyngor ei hun ydyn nhw.
admin-campaign-rule = Sut mae pobl yn pleidleisio?
admin-rule-support-only = O blaid, neu ddim o gwbl
admin-rule-support-and-oppose = O blaid neu yn erbyn
admin-campaign-mode = Pryd mae syniadau’n dod yn gyhoeddus?
admin-mode-straight-away = Ar unwaith
admin-mode-unless-flagged = Ar unwaith, heblaw am bethau amheus
admin-mode-first-posts = Rhai cyntaf rhywun ar ôl cytundeb cymedrolwr
admin-mode-after-review = Ar ôl cytundeb cymedrolwr
admin-campaign-archive = Ei rhoi o’r neilltu
admin-campaign-archive-hint = Mae’n gadael y rhestrau o gwestiynau. Mae ei thudalen a’i syniadau’n aros.
admin-campaign-earlier = Caiff gau’n gynt nag a ddywedwyd wrth bobl
admin-campaign-close = Ei chau nawr
admin-campaign-close-more = Ni chymerir rhagor o syniadau na phleidleisiau. Ni ellir ei hagor eto unwaith mae syniadau ynddi.
admin-campaign-close-sure = Ie, ei chau nawr
admin-departments = Adrannau
admin-departments-about = Pwy yn y cyngor sy’n ateb am beth, a’r swyddogion sy’n gwneud hynny.
admin-departments-lead = Gall pawb ddarllen pa adrannau sydd ac am beth maent yn ateb.
admin-departments-none = Nid oes adran eto. Gellir ateb syniadau unwaith y bydd un.
admin-department-new = Adran newydd
admin-department-closed = Wedi cau
admin-department-page = Ei thudalen gyhoeddus
admin-department-name = Beth yw ei henw?
admin-department-name-hint = Fel y mae pobl yn ei hadnabod: Parciau a mannau agored.
admin-department-about = Am beth mae’n ateb?
admin-department-about-hint = Brawddeg neu ddwy sy’n helpu pobl a chydweithwyr i ddod o hyd i’r un iawn. Gall pawb ei darllen.
admin-department-two = Rhaid i ail swyddog gymeradwyo ei hatebion
admin-department-two-hint = Yna mae pwy bynnag sy’n ysgrifennu ateb yn gofyn i gydweithiwr ei gymeradwyo cyn ei gyhoeddi.
admin-department-close = Cau’r adran hon
admin-department-open = Ei hagor eto
admin-department-close-more = Nid yw adran sydd wedi cau’n cael mwy o syniadau. Mae ei hatebion yn aros, a gallwch ei hagor eto.
admin-officers = Ei swyddogion
admin-officers-none = Nid oes neb yn gweithio yn yr adran hon eto.
admin-officers-count = { $count ->
    [0] Dim swyddogion eto
    [zero] { $count } swyddog
    [one] { $count } swyddog
    [two] { $count } swyddog
    [few] { $count } swyddog
    [many] { $count } swyddog
   *[other] { $count } swyddog
}
admin-officer-add = Ychwanegu swyddog
admin-officer-remove = Tynnu
admin-officer-email = Eu cyfeiriad e-bost
admin-officer-email-hint = Y cyfeiriad y maent yn mewngofnodi yma ag ef. Nid oes neb arall yn ei weld.
admin-officer-job = Eu rôl
admin-officer-job-hint = Mae atebion yn ei chario: Pennaeth Parciau.
admin-promises = Addewidion
admin-promises-about = Beth mae pob ymgyrch yn ei addo: gyda faint o gefnogwyr, ac o fewn sawl diwrnod gwaith.
admin-promises-lead = Mae addewid yn cychwyn cloc y gall pawb ei weld, cyn gynted ag y bydd gan syniad ddigon o gefnogwyr.
admin-promises-none = Nid oes dim wedi’i addo yma eto.
admin-promise-edit = Newid
admin-promise-title = Beth mae’r cyngor yn ei addo?
admin-promise-lead = Gadewch ddau faes addewid yn wag os nad ydych yn ei wneud. Mae’r hyn a addawyd eisoes yn aros fel yr oedd.
admin-promise-acknowledge = Dweud ei fod wedi gweld y syniad
admin-promise-reply = Ateb
admin-promise-committee = Mynd ag ef i bwyllgor
admin-promise-supporters = Gyda faint o gefnogwyr?
admin-promise-days = O fewn sawl diwrnod gwaith?
admin-calendar = Calendr
admin-calendar-about = Gwyliau banc pwy y mae’r cyngor yn eu cadw, ac ar ba ddiwrnodau y mae’n gwneud yn wahanol.
admin-calendar-lead = Yma rydych yn dewis gwyliau banc, ac yn gosod y diwrnodau sy’n wahanol. Mae addewidion sy’n rhedeg yn dilyn ar unwaith. Gall pawb ddarllen y ddau: <a class="govuk-link" href="{ $href }">sut mae dyddiadau’n cael eu cyfrifo</a>.
admin-calendar-none = Nid oes diwrnod wedi’i osod.
admin-holidays-next = Y gwyliau banc nesaf
admin-holidays-lead = Os dewiswch rai eraill, caiff diwrnod olaf pob addewid sy’n rhedeg ei gyfrifo o’r newydd ar unwaith, hefyd lle mae wedi mynd heibio. Mae addewidion a gadwyd yn cadw eu diwrnod, ac a oeddent mewn pryd. Mae nifer y diwrnodau gwaith yr oedd un yn hwyr yn cael ei gyfrif yn ôl y gwyliau banc sydd mewn grym.
admin-holidays-whose = Gwyliau banc pwy y mae’r cyngor yn eu cadw?
admin-holidays-kept = Mae’r cyngor yn cadw’r rhain nawr.
admin-holidays-moves = { $count ->
    [0] Ni fyddai unrhyw addewid sy’n rhedeg yn cael diwrnod arall.
    [one] Byddai 1 addewid sy’n rhedeg yn cael diwrnod arall.
    [two] Byddai { $count } addewid sy’n rhedeg yn cael diwrnod arall.
   *[other] Byddai { $count } addewid sy’n rhedeg yn cael diwrnod arall.
}
admin-holidays-moves-more = Byddai { $count } addewid neu fwy sy’n rhedeg yn cael diwrnod arall.
admin-holidays-chosen = Dewiswyd hyn yma. Gwyliau banc { $nation } sydd yn y ffurfweddiad.
admin-holidays-choose = Cadw’r gwyliau banc hyn
admin-day-set = Gosod diwrnod
admin-day = Pa ddiwrnod?
admin-day-hint = Fel blwyddyn, mis a diwrnod: 2027-03-14.
admin-day-closure = Beth mae’r cyngor yn ei wneud arno?
admin-day-why = Pam?
admin-day-why-hint = Gall pawb ei ddarllen: Diwrnod hyfforddi staff.
admin-day-closed = Ar gau
admin-day-open = Ar agor
admin-day-forget = Anghofio’r diwrnod hwn
admin-routes = Llwybro
admin-routes-about = Pa adran sy’n cael syniad ar ei ben ei hun.
admin-routes-lead = Pan fydd syniad yn aros am ateb, y rheol gyntaf sy’n cyd-fynd sy’n penderfynu pa adran sy’n ei gael. Mae’r hyn nad yw’n cyd-fynd ag unrhyw reol yn aros am swyddog.
admin-routes-none = Nid oes rheolau eto.
admin-route-to = I <bdi>{ $department }</bdi>
admin-route-word-is = Pan mae’n dweud <bdi>“{ $word }”</bdi>
admin-route-campaign-is = Pan mae’n ateb
admin-route-place-is = Am y lle:
admin-route-tag-is = Gyda’r tag
admin-route-up = Symud i fyny
admin-route-remove = Tynnu
admin-route-which = rheol { $number }
admin-route-add = Ychwanegu rheol
admin-route-first = Mae angen adran ar reol i anfon syniadau ati.
admin-route-word = Gair yn y teitl neu’r testun
admin-route-word-hint = Un gair, neu ychydig fel y maent gyda’i gilydd: safle bws.
admin-route-department = Pa adran sy’n ei gael?
admin-route-choose = Dewis adran

## Places and tags

labels-sort = Lle a thagiau
labels-none = Nid yw’r cyngor yn cadw rhestr o leoedd na thagiau eto.
labels-place = Am ba le y mae?
labels-place-hint = Gadewch ef yn agored os yw am yr ardal gyfan.
labels-place-none = Dim lle penodol
labels-tags = Am beth y mae?
labels-tags-hint = Dewiswch { $most } ar y mwyaf.
admin-labels = Lleoedd a thagiau
admin-labels-lead = Yn ôl y rhain y mae syniadau’n cael eu canfod, eu rhestru a’u hanfon at adrannau. Neb ond chi sy’n ychwanegu at y rhestrau hyn.
admin-labels-places = Lleoedd
admin-labels-places-about = Wardiau, ardaloedd neu bentrefi. Gall pwy bynnag sy’n postio syniad ddewis un.
admin-labels-tags = Tagiau
admin-labels-tags-about = Am beth y mae syniadau: coed, bysiau, llyfrgelloedd. Cymedrolwyr a swyddogion sy’n eu rhoi ar syniadau.
admin-label-place = Lle
admin-label-tag = Tag
admin-label-place-new = Lle newydd
admin-label-tag-new = Tag newydd
admin-label-add = Ychwanegu
admin-label-closed = Ddim yn cael ei gynnig mwyach
admin-label-name = Enw
admin-label-list = Syniadau sydd ganddo
admin-label-close = Rhoi’r gorau i’w gynnig
admin-label-close-hint = Ni all neb ei ddewis mwyach. Mae syniadau sydd ag ef yn ei gadw.
admin-rules-about = Y canllawiau y mae pawb yn eu darllen, ac y mae cymedrolwyr yn cadw atynt.

share-title = Rhannu’r syniad hwn
share-address = Cyfeiriad y syniad hwn
share-mail = Ei anfon drwy e-bost
share-copy = Copïo’r cyfeiriad
share-copied = Mae’r cyfeiriad wedi’i gopïo.
share-send = Rhannu…

## History

history-title = Hanes
history-title-of = Hanes, fersiwn { $version }: { $title }
history-never-changed = Nid yw wedi newid o gwbl: yr un geiriau sydd ynddo nawr ag ar y dechrau.
history-from = Cymharu
history-to = â
history-compare = Dangos beth newidiodd
history-version = Fersiwn { $version }
history-said = Beth ddywedodd fersiwn { $version }
history-changed = Beth newidiodd o fersiwn { $from } i fersiwn { $to }
history-key = Mae geiriau a dynnwyd wedi’u <del>croesi allan</del>. Mae geiriau a ychwanegwyd wedi’u <ins>tanlinellu</ins>.
history-went = tynnwyd:
history-came = ychwanegwyd:
history-all = Pob fersiwn
history-stance = Safbwynt:
history-stance-FOR = o blaid
history-stance-AGAINST = yn erbyn
history-stance-NEUTRAL = y naill na’r llall

## Edit and withdraw

edit-title = Golygu eich syniad
edit-kept = Bydd modd darllen yr hyn y mae’n ei ddweud nawr yn ei hanes o hyd. Bydd y pleidleisiau a’r sylwadau’n aros hefyd.
change-waits = Anfonoch y newid isod ar { $when }. Mae cymedrolwr yn ei ddarllen yn gyntaf; tan hynny mae pawb yn darllen yr hyn oedd yno o’r blaen. Cadwch eto i anfon un arall yn ei le.
change-refused = Mae eich newid isod, fel y gwnaethoch ei ysgrifennu ar { $when }. Cywirwch ef a’i gadw i’w anfon eto.
edit-preview = Dyma sut y bydd yn edrych
edit-preview-not-saved = Does dim byd wedi’i gadw eto. Newidiwch ef isod, neu cadwch ef.
edit-save = Cadw
edit-show = Rhagolwg
edit-cancel = Canslo
withdraw-title = Tynnu eich syniad yn ôl
withdraw-leaves = Bydd yn diflannu o bob tudalen gyhoeddus, gyda’i bleidleisiau a’i sylwadau.
withdraw-number = Wedyn bydd ei gyfeiriad yn dweud ei fod wedi’i dynnu’n ôl, a dim mwy.
withdraw-final = Does dim modd dadwneud hyn.
withdraw-reason = Pam rydych chi’n ei dynnu’n ôl?
withdraw-reason-hint = Ychydig eiriau, hyd at { $most } nod.
withdraw-do = Tynnu’r syniad yn ôl
withdraw-keep = Ei gadw

## Reports

report-idea = Rhoi gwybod am syniad
report-comment = Rhoi gwybod am sylw
report-person = Rhoi gwybod am enw
report-name = Eich enw (dewisol)
report-name-hint = Ni fydd yr awdur byth yn ei wybod. Mewn adroddiad am rywbeth yn erbyn y gyfraith mae’n ein helpu os dywedwch pwy ydych chi.
problem-reporter-name-too-long = Mae { $found } llythyren yn eich enw ac mae lle i { $most }. Byrhewch ef, neu gadewch ef allan.
problem-reporter-name-unprintable = Mae nodau cudd yn eich enw. Teipiwch ef â llaw, neu gadewch ef allan.
report-what-for = Rhowch wybod i ni pan fydd rhywbeth yn torri’r <a class="govuk-link" href="{ $guidelines }">canllawiau</a> neu’r gyfraith. Os mai dim ond anghytuno rydych chi, pleidleisiwch neu ysgrifennwch sylw yn lle hynny.
report-danger-title = Oes rhywun mewn perygl?
report-danger = Os oes rhywun mewn perygl nawr, <strong>ffoniwch <a class="govuk-link" href="tel:999">999</a></strong>. Nid ydym yn darllen adroddiadau ddydd a nos.
report-help = Os ydych chi’ch hun yn ei chael hi’n anodd, mae’r Samariaid yn gwrando ar unrhyw awr, yn rhad ac am ddim: <a class="govuk-link" href="tel:116123">116 123</a>. Gall plant a phobl ifanc ffonio Childline: <a class="govuk-link" href="tel:08001111">0800 1111</a>.
report-ground = Beth sydd o’i le?
report-ground-BREAKS_THE_LAW = Mae’n torri’r gyfraith
report-hint-BREAKS_THE_LAW = Fel bygythiad, annog troseddu, datganiad ffug sy’n gwneud niwed i rywun, neu waith wedi’i ddwyn
report-ground-HATEFUL = Mae’n llawn casineb neu’n sarhaus
report-hint-HATEFUL = Mae’n ymosod ar bobl, yn eu bwlio neu’n eu bychanu
report-ground-PERSONAL_DATA = Mae manylion personol ynddo
report-hint-PERSONAL_DATA = Fel cyfeiriad, rhif ffôn neu iechyd person preifat
report-ground-SPAM = Mae’n sbam neu’n hysbyseb
report-hint-SPAM = Mae’n gwerthu rhywbeth, neu nid yw’n ymwneud â’r lle hwn o gwbl
report-ground-DUPLICATE = Mae yma’n barod
report-hint-DUPLICATE = Dywedwch wrthym isod ble: rhif neu gyfeiriad y syniad arall
report-ground-SOMETHING_ELSE = Rhywbeth arall
report-hint-SOMETHING_ELSE = Dywedwch wrthym isod beth yw ef
report-details = Dywedwch fwy wrthym
report-details-hint = Pa eiriau, a beth sydd o’i le arnyn nhw? Mae angen hyn os yw’n torri’r gyfraith, os yw yma’n barod, neu os yw’n rhywbeth arall.
report-email = Eich cyfeiriad e-bost, os ydych chi eisiau ateb (dewisol)
report-email-hint = Dim ond ar gyfer yr adroddiad hwn y byddwn yn ei ddefnyddio. Ni fydd yr awdur byth yn cael gwybod pwy anfonodd yr adroddiad. <a class="govuk-link" href="{ $privacy }">Sut rydym yn trin yr hyn a ddywedwch wrthym</a>
report-email-own = Rydych chi wedi mewngofnodi: byddwn yn ateb i { $email }, yn eich iaith chi. Teipiwch gyfeiriad arall dim ond os ydych chi eisiau’r ateb yno.
report-faith = Rwy’n credu’n ddidwyll fod yr hyn rwy’n ei ddweud yma yn gywir ac yn gyflawn.
report-send = Anfon yr adroddiad
receipt-title = Mae eich adroddiad wedi ein cyrraedd
receipt-number = Ei rif yw<br><strong>{ $number }</strong>
receipt-when = Daeth ar { $when }.
receipt-about-idea = Mae’n ymwneud â syniad { $number }.
receipt-about-name = Mae am enw.
receipt-about-comment = Mae’n ymwneud â sylw { $comment } ar syniad { $number }.
receipt-mailed = Mae e-bost gyda’r rhif ar ei ffordd atoch.
receipt-next = Bydd cymedrolwr yn edrych arno erbyn { $by }, ac yn penderfynu a yw’n aros. Os gadawoch chi gyfeiriad, neu os oeddech chi wedi mewngofnodi, daw’r ateb mewn llythyr.
receipt-acted = Edrychodd cymedrolwr arno ar { $when }, ac mae wedi gwneud rhywbeth yn ei gylch. Diolch am roi gwybod.
receipt-kept = Edrychodd cymedrolwr arno ar { $when }, a gweld ei fod yn cadw at ein rheolau. Mae’n aros.
receipt-appeal = Gofynnwch i gymedrolwr arall edrych eto
receipt-appealed = Mae cymedrolwr arall yn edrych arno eto, erbyn { $by }.
receipt-upheld = Edrychodd cymedrolwr arall arno eto. Mae’n cadw at ein rheolau, ac yn aros.
receipt-overturned = Edrychodd cymedrolwr arall arno eto: mae’n torri ein rheolau. Diolch am ofyn.
receipt-gone = Tynnodd ei awdur ef yn ôl cyn i gymedrolwr benderfynu. Ni all neb arall ei ddarllen nawr.
receipt-more = Nodwch y rhif, neu cadwch gyfeiriad y dudalen hon. I ychwanegu rhywbeth, ysgrifennwch at <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a> gan nodi’r rhif.
receipt-back-comment = Yn ôl i’r sylw

## Llythyrau’r cymedrolwyr

letter-hello = Helo,
letter-thing-idea = eich syniad { $number }, “{ $title }”
letter-thing-comment = eich sylw { $comment } ar syniad { $number }
letter-thing-account = eich cyfrif
letter-thing-person = eich enw cyhoeddus, “{ $title }”
letter-their-idea = syniad { $number }
letter-their-comment = sylw { $comment } ar syniad { $number }
letter-their-person = enw
letter-look = Edrychwch arno: { $link }
letter-reason = Pam: { $title }. Ein rheol: { $rule }.
letter-note = Mae’r cymedrolwr yn ychwanegu:
letter-mend = Beth allwch chi ei wneud: { $mend }
letter-appeal = Os ydych chi’n meddwl bod hyn yn anghywir, gofynnwch i gymedrolwr arall edrych eto: { $link }
letter-appeal-by = Mae gennych chi chwe mis i wneud hynny, a chewch ateb o fewn wythnos.
letter-signed = { $site }, { $council }
letter-act-PUBLISH-subject = Mae’n gyhoeddus: { $thing }
letter-act-PUBLISH = Mae cymedrolwr wedi edrych ar { $thing }. Gall pawb ei ddarllen nawr.
letter-act-PUBLISH_AND_TRUST-subject = Mae’n gyhoeddus: { $thing }
letter-act-PUBLISH_AND_TRUST = Mae cymedrolwr wedi edrych ar { $thing }. Gall pawb ei ddarllen nawr. O hyn ymlaen rydyn ni’n ymddiried yn yr hyn rydych chi’n ei ysgrifennu.
letter-act-PUBLISH-edit-subject = Mae eich newid yn gyhoeddus: { $thing }
letter-act-PUBLISH-edit = Mae cymedrolwr wedi edrych ar eich newid i { $thing }. Mae pawb yn ei ddarllen nawr.
letter-act-PUBLISH_AND_TRUST-edit-subject = Mae eich newid yn gyhoeddus: { $thing }
letter-act-PUBLISH_AND_TRUST-edit = Mae cymedrolwr wedi edrych ar eich newid i { $thing }. Mae pawb yn ei ddarllen nawr. O hyn ymlaen rydyn ni’n ymddiried yn yr hyn rydych chi’n ei ysgrifennu.
letter-act-REJECT-subject = Heb ei gyhoeddi: { $thing }
letter-act-REJECT = Mae cymedrolwr wedi edrych ar { $thing }, ac ni chafodd ei gyhoeddi. Gallwch ei ddarllen, ei newid a’i anfon eto.
letter-act-REJECT-edit-subject = Heb gyhoeddi eich newid: { $thing }
letter-act-REJECT-edit = Mae cymedrolwr wedi edrych ar eich newid i { $thing }, ac ni chafodd ei gyhoeddi. Mae pawb yn darllen yr hyn oedd yno o’r blaen. Mae eich newid wedi’i gadw i chi: dewiswch Golygu yno i’w ddarllen, ei gywiro a’i anfon eto.
letter-act-HIDE-subject = Wedi’i guddio: { $thing }
letter-act-HIDE = Mae cymedrolwr wedi edrych ar { $thing }, ac wedi’i guddio. Ni all neb arall ei ddarllen nawr.
letter-act-RESTORE-subject = Yn gyhoeddus eto: { $thing }
letter-act-RESTORE = Mae cymedrolwr wedi edrych ar { $thing }. Gall pawb ei ddarllen eto. Mae’n ddrwg gennym am yr oedi.
letter-act-REDACT-subject = Tynnwyd rhai geiriau: { $thing }
letter-act-REDACT = Tynnodd cymedrolwr rai geiriau o { $thing }. Mae’r gweddill fel yr ysgrifennoch chi ef.
letter-act-MERGE-subject = Wedi’i gyfuno: { $thing }
letter-act-MERGE = Cyfunodd cymedrolwr { $thing } â syniad { $into }, “{ $into_title }”, am fod y ddau’n gofyn am yr un peth. Mae modd darllen eich un chi o hyd, ac mae’n pwyntio yno. Aeth ei gefnogwyr gydag ef, lle nad oedden nhw wedi pleidleisio yno’n barod.
letter-act-MOVE-subject = Wedi’i symud: { $thing }
letter-act-MOVE = Symudodd cymedrolwr { $thing } i gwestiwn arall, lle mae’n ffitio’n well: “{ $into_title }”. Aeth ei bleidleisiau a’i sylwadau gydag ef.
letter-act-WARN-subject = Gair am ein rheolau
letter-act-WARN = Mae cymedrolwr yn gofyn i chi gadw at ein rheolau. Mae hyn am { $thing }.
letter-act-SUSPEND-subject = Ni allwch bostio tan { $until }
letter-act-SUSPEND = Ataliodd cymedrolwr eich cyfrif tan { $until }. Tan hynny gallwch ddarllen a phleidleisio, ond nid postio. Mae hyn am { $thing }.
letter-act-RESET_NAME-subject = Tynnwyd eich enw cyhoeddus
letter-act-RESET_NAME = Tynnodd cymedrolwr { $thing }. Dewiswch un arall ar eich tudalen.
letter-held-subject = Wedi’i guddio am y tro: { $thing }
letter-held = Mae sawl person wedi rhoi gwybod am { $thing }. Mae wedi’i guddio nes bod cymedrolwr wedi edrych, erbyn { $by }. Byddwch yn clywed gennym y naill ffordd neu’r llall. Nid oes rhaid i chi wneud dim.
letter-carried-subject = Aeth eich cefnogaeth gyda syniad { $from }
letter-carried = Roeddech chi’n cefnogi syniad { $from }, “{ $from_title }”. Cyfunodd cymedrolwr ef â syniad { $into }, “{ $into_title }”, am fod y ddau’n gofyn am yr un peth. Mae eich cefnogaeth yn cyfrif yno nawr.
letter-carried-out = Os nad ydych chi eisiau hynny, tynnwch hi’n ôl yno: { $link }
letter-merged-subject = Cafodd syniad { $from }, yr oeddech yn ei gefnogi, ei gyfuno
letter-merged = Roeddech chi’n cefnogi syniad { $from }, “{ $from_title }”. Cyfunodd cymedrolwr ef â syniad { $into }, “{ $into_title }”, am fod y ddau’n gofyn am yr un peth. Roeddech chi wedi pleidleisio yno’n barod: mae eich pleidlais eich hun yn sefyll fel y mae.
letter-merged-out = Edrychwch arno, neu newidiwch eich pleidlais, yno: { $link }
letter-led-subject = Cafodd syniad { $from }, yr ydych yn ei ddilyn, ei gyfuno
letter-led = Rydych chi’n dilyn syniad { $from }, “{ $from_title }”. Cyfunodd cymedrolwr ef â syniad { $into }, “{ $into_title }”, am fod y ddau’n gofyn am yr un peth. Rydych yn dilyn hwnnw o hyn ymlaen.
letter-led-out = Edrychwch arno, neu rhowch y gorau i’w ddilyn, yno: { $link }
letter-reported-subject = Adroddiad { $receipt }: { $thing }
letter-reported = Rhoddodd rhywun wybod am { $thing } ar { $site }.
letter-reported-why = Beth sydd o’i le: { $ground }
letter-reported-title = Teitl: { $title }
letter-reported-details = Yng ngeiriau’r sawl a roddodd wybod:
letter-reported-answer = Maen nhw’n gofyn am ateb yn: { $address }
letter-reported-known = Roedden nhw wedi mewngofnodi, a chânt ateb yn eu cyfeiriad eu hunain.
letter-reported-no-answer = Ni adawson nhw gyfeiriad ar gyfer ateb.
letter-reported-desk = Mae’n aros yng nghiw’r cymedrolwyr: { $link }
letter-report-kept-subject = Eich adroddiad { $receipt }
letter-report-kept = Mae gennym eich adroddiad am { $thing } ar { $site }. Ei rif yw { $receipt }. Bydd cymedrolwr yn edrych arno erbyn { $by }, a byddwn yn ateb i’r cyfeiriad hwn.
letter-report-look = Edrychwch arno yma: { $link }
letter-report-stranger = Os na roddoch chi wybod am ddim, teipiodd rhywun eich cyfeiriad ar gam. Nid oes rhaid i chi wneud dim.
letter-report-acted-subject = Eich adroddiad { $receipt }: rydym wedi gweithredu
letter-report-acted = Rhoddoch chi wybod am { $thing }. Mae cymedrolwr wedi edrych arno, ac wedi gwneud rhywbeth yn ei gylch. Diolch am roi gwybod.
letter-report-stays-subject = Eich adroddiad { $receipt }: mae’n aros
letter-report-stays = Rhoddoch chi wybod am { $thing }. Mae cymedrolwr wedi edrych arno, ac wedi gweld ei fod yn cadw at ein rheolau. Mae’n aros.
letter-report-gone-subject = Eich adroddiad { $receipt }: mae wedi’i dynnu’n ôl
letter-report-gone = Mae’r hyn y rhoddoch chi wybod amdano o dan y rhif { $receipt } wedi’i dynnu’n ôl gan ei awdur cyn i gymedrolwr benderfynu. Ni all neb arall ei ddarllen nawr, felly does dim byd ar ôl i’w benderfynu. Diolch am roi gwybod.
letter-gone-subject = Ni ellir darllen syniad { $number } mwyach
letter-gone = Rydych chi’n cefnogi neu’n dilyn syniad { $number }. Edrychodd cymedrolwr arno, a’i guddio. Ni ellir darllen ei dudalen mwyach.
letter-gone-then = Gall ei awdur ofyn i gymedrolwr arall edrych eto. Os caiff ei ddangos eto, mae eich cefnogaeth yn dal i gyfrif. Nid oes angen i chi wneud dim.
letter-gone-log = Mae pob penderfyniad gan ein cymedrolwyr yn y cofnod cyhoeddus: { $link }
letter-taken-subject = Mae syniad { $number } wedi’i dynnu’n ôl gan ei awdur
letter-taken = Rydych chi’n cefnogi neu’n dilyn syniad { $number }, “{ $title }”. Mae ei awdur wedi’i dynnu’n ôl, ac mae ei dudalen wedi mynd.
letter-taken-then = Nid oes angen i chi wneud dim. Os ydych chi’n dal i fod eisiau’r hyn yr oedd yn gofyn amdano, gallwch bostio syniad eich hun.
letter-report-again = Os ydych chi’n meddwl bod hyn yn anghywir, gofynnwch yno i gymedrolwr arall edrych eto: { $link }
letter-appeal-upheld-subject = Rydym wedi edrych eto: { $thing }
letter-appeal-upheld = Mae cymedrolwr arall wedi edrych eto ar y penderfyniad am { $thing }. Mae’r penderfyniad yn sefyll.
letter-appeal-overturned-subject = Roeddech chi’n iawn: { $thing }
letter-appeal-overturned = Mae cymedrolwr arall wedi edrych eto ar y penderfyniad am { $thing }. Roedd y penderfyniad yn anghywir, ac mae wedi’i ddadwneud. Mae’n ddrwg gennym.
letter-appeal-answer = Yn eu geiriau nhw:
letter-corrected-subject = Roeddem yn anghywir: { $thing }
letter-corrected = Rydym wedi edrych eto ar y penderfyniad am { $thing }. Roedd y penderfyniad yn anghywir, ac mae wedi’i ddadwneud. Mae’n ddrwg gennym.
letter-distrusted-subject = Mae cymedrolwr yn edrych yn gyntaf eto ar yr hyn rydych yn ei ysgrifennu
letter-distrusted = Rydym wedi edrych eto ar y penderfyniad am { $thing }. Mae’n aros yn gyhoeddus, ond ni chaiff yr hyn rydych yn ei ysgrifennu ei gyhoeddi heb i rywun edrych arno mwyach.
letter-report-upheld-subject = Eich adroddiad { $receipt }: rydym wedi edrych eto, ac mae’n aros
letter-report-upheld = Gofynnoch chi i gymedrolwr arall edrych eto ar { $thing }. Mae cymedrolwr arall wedi gwneud hynny. Mae’n cadw at ein rheolau, ac yn aros.
letter-report-overturned-subject = Eich adroddiad { $receipt }: roeddech chi’n iawn
letter-report-overturned = Gofynnoch chi i gymedrolwr arall edrych eto ar { $thing }. Mae cymedrolwr arall wedi gwneud hynny, ac roeddech chi’n iawn: mae’n torri ein rheolau. Mae’n ddrwg gennym.

## Rhesymau sy’n dod gyda’r rhaglen. Mae cyngor yn rhoi ei eiriau ei hun yn eu lle yn /moderation/reasons.

reason-SPAM-title = Sbam neu hysbyseb
reason-SPAM-rule = Dim byd ar werth
reason-SPAM-words = Mae’n hysbysebu rhywbeth, neu yno er mwyn rhywbeth arall.
reason-SPAM-mend = Tynnwch yr hysbyseb, a dywedwch beth ddylai newid yn ein hardal.
reason-OFF_TOPIC-title = Oddi ar y pwnc
reason-OFF_TOPIC-rule = Cadwch at y cwestiwn
reason-OFF_TOPIC-words = Nid yw’n ateb y cwestiwn y cafodd ei bostio dano.
reason-OFF_TOPIC-mend = Postiwch ef o dan “Unrhyw beth arall?”, neu dywedwch sut mae’n ateb y cwestiwn.
reason-PERSONAL_DATA-title = Manylion preifat
reason-PERSONAL_DATA-rule = Dim manylion am bobl breifat
reason-PERSONAL_DATA-words = Mae’n rhoi manylion preifat am rywun, fel enw, cyfeiriad neu rif ffôn.
reason-PERSONAL_DATA-mend = Tynnwch y manylion preifat, ac anfonwch ef eto.
reason-ABUSIVE-title = Sarhaus
reason-ABUSIVE-rule = Byddwch yn garedig wrth bobl
reason-ABUSIVE-words = Mae’n sarhau neu’n ymosod ar rywun.
reason-ABUSIVE-mend = Dywedwch beth ddylai newid heb ymosod ar neb. Cewch fod mor llym ag y mynnwch am y mater ei hun.
reason-HATEFUL-title = Atgas
reason-HATEFUL-rule = Nid oes neb yn llai
reason-HATEFUL-words = Mae’n bychanu pobl am yr hyn ydyn nhw neu’r hyn maen nhw’n ei gredu.
reason-HATEFUL-mend = Dywedwch beth ddylai newid heb fychanu neb.
reason-DUPLICATE-title = Yno’n barod
reason-DUPLICATE-rule = Un syniad, un lle
reason-DUPLICATE-words = Mae rhywun wedi postio’r un syniad yn barod.
reason-DUPLICATE-mend = Cefnogwch y syniad arall, ac ychwanegwch yr hyn sy’n newydd mewn sylw yno.
reason-UNCLEAR-title = Ddim yn ddigon clir
reason-UNCLEAR-rule = Dywedwch beth ddylai newid
reason-UNCLEAR-words = Ni allem ddeall beth ddylai newid, ac ymhle.
reason-UNCLEAR-mend = Dywedwch mewn brawddeg neu ddwy beth ddylai newid, ac ymhle, ac anfonwch ef eto.
reason-BREAKS_THE_LAW-title = Yn erbyn y gyfraith
reason-BREAKS_THE_LAW-rule = Cadwch at y gyfraith
reason-BREAKS_THE_LAW-words = Gall fod yn torri’r gyfraith: bygythiad, er enghraifft, neu rywbeth am rywun sy’n gwneud niwed iddyn nhw.
reason-BREAKS_THE_LAW-mend = Tynnwch hynny, a dywedwch dim ond yr hyn y gallwch sefyll wrtho.
reason-NOT_FOR_THIS_BOARD-title = Nid ar gyfer y bwrdd hwn
reason-NOT_FOR_THIS_BOARD-rule = Ar gyfer syniadau, nid achosion
reason-NOT_FOR_THIS_BOARD-words = Mae’n achos i un o’n gwasanaethau, fel golau stryd wedi torri neu gŵyn, yn hytrach na syniad.
reason-NOT_FOR_THIS_BOARD-mend = Rhowch wybod i’r gwasanaeth ar wefan y cyngor: yno cewch ateb ynghynt.

## Beth benderfynwyd, fel mae’r awdur yn ei ddarllen

told-title = Beth benderfynodd cymedrolwr
told-look = Edrychwch arno
told-about-idea = Syniad { $number }
told-about-comment = Sylw { $comment } ar syniad { $number }
told-about-name = Eich enw cyhoeddus
told-about-account = Eich cyfrif
told-about-report = Eich adroddiad { $receipt }
told-REJECT = Ni chyhoeddodd cymedrolwr hwn ({ $when }). Chi yn unig all ei ddarllen.
told-REJECT-edit = Ni chyhoeddodd cymedrolwr eich newid ({ $when }). Mae pawb yn darllen yr hyn oedd yno o’r blaen.
told-HIDE = Cuddiodd cymedrolwr hwn ({ $when }). Chi yn unig all ei ddarllen.
told-HOLD = Mae sawl person wedi rhoi gwybod am hwn, ac mae wedi’i guddio nes bod cymedrolwr wedi edrych ({ $when }).
told-REDACT = Tynnodd cymedrolwr rai geiriau o hwn ({ $when }).
told-MERGE = Cyfunodd cymedrolwr hwn â syniad arall ({ $when }).
told-WARN = Gofynnodd cymedrolwr i chi gadw at ein rheolau ({ $when }).
told-SUSPEND = Ataliodd cymedrolwr eich cyfrif ({ $when }).
told-RESET_NAME = Tynnodd cymedrolwr eich enw cyhoeddus ({ $when }).
told-KEEP = Edrychodd cymedrolwr ar hwn, ac mae’n aros ({ $when }).
told-PUBLISH = Cyhoeddodd cymedrolwr hwn ({ $when }).
told-PUBLISH_AND_TRUST = Cyhoeddodd cymedrolwr hwn, ac mae’n ymddiried yn yr hyn rydych chi’n ei ysgrifennu ({ $when }).
told-PUBLISH-edit = Cyhoeddodd cymedrolwr eich newid ({ $when }).
told-PUBLISH_AND_TRUST-edit = Cyhoeddodd cymedrolwr eich newid, ac mae’n ymddiried yn yr hyn rydych chi’n ei ysgrifennu ({ $when }).
told-RESTORE = Gwnaeth cymedrolwr hwn yn gyhoeddus eto ({ $when }).
told-MOVE = Symudodd cymedrolwr hwn i gwestiwn arall ({ $when }).
told-UPHOLD = Edrychodd cymedrolwr arall eto; mae’r penderfyniad yn sefyll ({ $when }).
told-OVERTURN = Edrychodd cymedrolwr arall eto, a dadwneud y penderfyniad ({ $when }).
told-why = Pam: { $title }. Ein rheol: { $rule }.
told-note = Mae’r cymedrolwr yn ychwanegu:
told-mend = Beth allwch chi ei wneud: { $mend }
told-appeal = Gofynnwch i gymedrolwr arall edrych eto
told-appealed = Bydd cymedrolwr arall yn edrych eto, erbyn { $by }.
told-overturned = Edrychodd cymedrolwr arall eto: roedd y penderfyniad yn anghywir, ac mae wedi’i ddadwneud.
told-upheld = Edrychodd cymedrolwr arall eto: mae’r penderfyniad yn sefyll.
appeal-title = Gofyn am edrych eto
appeal-lead = Bydd rhywun heblaw’r cymedrolwr cyntaf yn edrych eto, ac yn ateb o fewn wythnos. Gallwch ofyn unwaith ar gyfer pob penderfyniad.
appeal-words = Pam ydych chi’n meddwl ei fod yn anghywir?
appeal-words-hint = Dim mwy na { $most } nod. Yr ail gymedrolwr sy’n eu darllen, a neb arall.
appeal-send = Gofyn am edrych eto
problem-note-empty = Dywedwch mewn ychydig eiriau pam.
problem-note-too-long = Mae { $found } nod yn y testun ac mae lle i { $most }. Byrhewch ef.
problem-note-unprintable = Mae nodau na ellir eu dangos yn y testun. Teipiwch ef eto, neu gludwch ef fel testun plaen.
problem-appeal-not-any-more = Ni ellir edrych ar hwn eto: gofynnwyd yn barod, neu mae’n rhy bell yn ôl.
idea-merged = Mae’n parhau yn <a class="govuk-link" href="{ $path }">syniad { $number }</a>. Pleidleisiwch a rhowch sylwadau yno.
idea-carried = Daeth { $count } o’i gefnogwyr gyda syniad { $number }.
idea-redacted = Tynnodd cymedrolwr rai geiriau ar { $when }.

## The moderators’ desk

nav-moderation = Cymedroli
nav-moderation-waiting = yn aros
pager-desk = Tudalennau’r ciw
pager-log = Tudalennau o benderfyniadau
pager-answers = Mwy o atebion
desk-title = Cymedroli
desk-nav = Desg y cymedrolwyr
desk-nav-queue = Y ciw
desk-nav-decided = Wedi’u penderfynu
desk-reasons = Rhesymau
desk-rules = Rheolau
desk-languages = Ym mha iaith
desk-queue = Beth sy’n aros
desk-left = { $count ->
    [zero] { $count } yn aros
    [one] { $count } yn aros
    [two] { $count } yn aros
    [few] { $count } yn aros
    [many] { $count } yn aros
   *[other] { $count } yn aros
}
desk-left-overdue = { $count ->
    [zero] { $count } yn hwyr
    [one] { $count } yn hwyr
    [two] { $count } yn hwyr
    [few] { $count } yn hwyr
    [many] { $count } yn hwyr
   *[other] { $count } yn hwyr
}
desk-left-minutes = { $count ->
    [zero] tua { $count } munud ar eich cyflymder chi
    [one] tua munud ar eich cyflymder chi
    [two] tua { $count } funud ar eich cyflymder chi
    [few] tua { $count } munud ar eich cyflymder chi
    [many] tua { $count } munud ar eich cyflymder chi
   *[other] tua { $count } munud ar eich cyflymder chi
}
desk-left-hours = { $count ->
    [zero] tua { $count } awr ar eich cyflymder chi
    [one] tua { $count } awr ar eich cyflymder chi
    [two] tua { $count } awr ar eich cyflymder chi
    [few] tua { $count } awr ar eich cyflymder chi
    [many] tua { $count } awr ar eich cyflymder chi
   *[other] tua { $count } awr ar eich cyflymder chi
}
desk-all = Popeth
desk-overdue = Yn hwyr
desk-kind-IDEA = Syniad
desk-kinds-IDEA = Syniadau
desk-kind-COMMENT = Sylw
desk-kinds-COMMENT = Sylwadau
desk-kind-EDIT = Golygiad
desk-kinds-EDIT = Golygiadau
desk-kind-REPORT = Adroddiad
desk-kinds-REPORT = Adroddiadau
desk-kind-APPEAL = Apêl
desk-kinds-APPEAL = Apeliadau
desk-kind-NAME = Enw
desk-kinds-NAME = Enwau
desk-state-WAITING = Ddim yn gyhoeddus eto
desk-state-PUBLIC = Cyhoeddus
desk-state-HIDDEN = Wedi’i guddio
desk-state-REJECTED = Wedi’i wrthod
desk-state-MERGED = Wedi’i uno
desk-state-GONE = Wedi’i dynnu’n ôl
desk-why-LINKS = Dolenni gan berson newydd
desk-why-REPEATED = Yr un testun eto
desk-why-WORD_LIST = Gair ar y rhestr
desk-why-PERSONAL_DATA = Manylion preifat
desk-why-BURST = Llawer o negeseuon ar unwaith
desk-why-LIKE_REFUSED = Tebyg i’r hyn a wrthodwyd
desk-waits-minutes = { $count ->
    [zero] yn aros ers { $count } munud
    [one] yn aros ers { $count } munud
    [two] yn aros ers { $count } funud
    [few] yn aros ers { $count } munud
    [many] yn aros ers { $count } munud
   *[other] yn aros ers { $count } munud
}
desk-due-minutes = { $count ->
    [zero] i’w weld ymhen { $count } munud
    [one] i’w weld ymhen { $count } munud
    [two] i’w weld ymhen { $count } funud
    [few] i’w weld ymhen { $count } munud
    [many] i’w weld ymhen { $count } munud
   *[other] i’w weld ymhen { $count } munud
}
desk-late-minutes = { $count ->
    [zero] { $count } munud yn hwyr
    [one] { $count } munud yn hwyr
    [two] { $count } funud yn hwyr
    [few] { $count } munud yn hwyr
    [many] { $count } munud yn hwyr
   *[other] { $count } munud yn hwyr
}
desk-waits-hours = { $count ->
    [zero] yn aros ers { $count } awr
    [one] yn aros ers { $count } awr
    [two] yn aros ers { $count } awr
    [few] yn aros ers { $count } awr
    [many] yn aros ers { $count } awr
   *[other] yn aros ers { $count } awr
}
desk-due-hours = { $count ->
    [zero] i’w weld ymhen { $count } awr
    [one] i’w weld ymhen { $count } awr
    [two] i’w weld ymhen { $count } awr
    [few] i’w weld ymhen { $count } awr
    [many] i’w weld ymhen { $count } awr
   *[other] i’w weld ymhen { $count } awr
}
desk-late-hours = { $count ->
    [zero] { $count } awr yn hwyr
    [one] { $count } awr yn hwyr
    [two] { $count } awr yn hwyr
    [few] { $count } awr yn hwyr
    [many] { $count } awr yn hwyr
   *[other] { $count } awr yn hwyr
}
desk-waits-days = { $count ->
    [zero] yn aros ers { $count } diwrnod
    [one] yn aros ers { $count } diwrnod
    [two] yn aros ers { $count } ddiwrnod
    [few] yn aros ers { $count } diwrnod
    [many] yn aros ers { $count } diwrnod
   *[other] yn aros ers { $count } diwrnod
}
desk-due-days = { $count ->
    [zero] i’w weld ymhen { $count } diwrnod
    [one] i’w weld ymhen { $count } diwrnod
    [two] i’w weld ymhen { $count } ddiwrnod
    [few] i’w weld ymhen { $count } diwrnod
    [many] i’w weld ymhen { $count } diwrnod
   *[other] i’w weld ymhen { $count } diwrnod
}
desk-late-days = { $count ->
    [zero] { $count } diwrnod yn hwyr
    [one] { $count } diwrnod yn hwyr
    [two] { $count } ddiwrnod yn hwyr
    [few] { $count } diwrnod yn hwyr
    [many] { $count } diwrnod yn hwyr
   *[other] { $count } diwrnod yn hwyr
}
desk-reports = { $count ->
    [zero] { $count } adroddiad
    [one] { $count } adroddiad
    [two] { $count } adroddiad
    [few] { $count } adroddiad
    [many] { $count } adroddiad
   *[other] { $count } adroddiad
}
desk-reach = { $count ->
    [zero] pleidleisiodd neu gwnaeth { $count } o bobl sylw
    [one] pleidleisiodd neu gwnaeth { $count } o bobl sylw
    [two] pleidleisiodd neu gwnaeth { $count } o bobl sylw
    [few] pleidleisiodd neu gwnaeth { $count } o bobl sylw
    [many] pleidleisiodd neu gwnaeth { $count } o bobl sylw
   *[other] pleidleisiodd neu gwnaeth { $count } o bobl sylw
}
desk-alike = { $count ->
    [zero] { $count } tebyg i hwn
    [one] { $count } tebyg i hwn
    [two] { $count } tebyg i hwn
    [few] { $count } tebyg i hwn
    [many] { $count } tebyg i hwn
   *[other] { $count } tebyg i hwn
}
desk-second-asked = Gofynnwyd am ail farn
desk-locked = Mae hwn ar agor gan { $name }.
desk-locked-more = Nes iddyn nhw orffen, ni all neb arall benderfynu arno.
desk-locked-meanwhile = Mae ar agor gan rywun arall. Cymerwch ef drosodd, neu gadewch ef iddyn nhw.
desk-row-theirs = Mae ar agor gan rywun arall
desk-row-gone = Penderfynwyd arno yn y cyfamser
desk-row-refused = Heb ei benderfynu eto: cadwyd yr hyn a deipioch
desk-refused-open = Mynd yn ôl ato
desk-unreachable = Nid oedd modd ei agor. Gwiriwch eich cysylltiad, neu llwythwch y dudalen eto.
desk-take = Ei gymryd drosodd
desk-narrow = Culhau’r rhestr, golygon wedi’u cadw
desk-filter-campaign = Ymgyrch
desk-filter-any = Unrhyw ymgyrch
desk-filter-why = Amheuaeth o
desk-filter-any-why = Unrhyw beth neu ddim
desk-filter-show = Dangos
desk-views = Eich golygon
desk-view-drop = Gollwng
desk-view-name = Cadw’r olwg hon fel
desk-view-keep = Cadw
desk-chip-remove = (dangos hebddo)
desk-by = gan { $name }
desk-by-author = gan { $name }
desk-cluster = bron yr un fath â’i gilydd
desk-empty = Does dim byd yn aros. Da iawn.
desk-empty-more = Bydd eitemau newydd yn ymddangos yma pan fydd rhywun yn postio, yn rhoi gwybod neu’n apelio.
desk-empty-narrow = Does dim byd o’r math hwn yn aros.
desk-empty-all = Dangos y ciw cyfan
desk-start-title = Y mwyaf taer sy’n dod gyntaf
desk-start-done = Popeth wedi’i wneud
desk-start-more = Ni all neb arall benderfynu ar eitem tra bydd ar agor gennych chi.
desk-start = Dechrau gyda’r cyntaf
desk-score = Y drefn yw erbyn pryd y gwnaethom addo edrych. Mae pob adroddiad annibynnol yn gwneud hynny chwe awr yn gynharach. Mae pob deg gwaith o bobl y mae’n eu cyrraedd yn ei wneud dair awr yn gynharach.
desk-own = Eich 90 diwrnod diwethaf, i’ch llygaid chi yn unig: { $decided } penderfyniad, { $overturned } wedi’u gwrthdroi ar apêl, { $undone } wedi’u tynnu’n ôl.
desk-back = Popeth sy’n aros
desk-steps = Ar hyd y rhestr
desk-pick = Dewis: { $title }
desk-picked = Wedi’i ddewis
desk-unpicked = Heb ei ddewis mwyach
desk-bulk = Penderfynu ar y rhai a ddewiswyd gyda’i gilydd
desk-bulk-more = Penderfynir ar bob un ar ei ben ei hun: bydd un a newidiodd yn y cyfamser, neu sydd ar agor gan rywun arall, yn aros.
desk-bulk-act = Beth i’w wneud
desk-bulk-reason = Pam
desk-bulk-do = Penderfynu ar y rhai a ddewiswyd
desk-bulk-undo = Dadwneud pob un o’r rhain
desk-bulk-failed = Nid oedd modd ei wneud nawr. Rhowch gynnig arall ar yr un hwn.
desk-bulk-title = Wedi’u penderfynu gyda’i gilydd
desk-bulk-done = Wedi’i wneud
desk-bulk-count = { $done } o { $all } wedi’u gwneud.
desk-bulk-nothing = Ni phenderfynwyd dim
desk-bulk-nothing-more = Ewch yn ôl gyda’ch porwr: mae’r hyn a ddewisoch yno o hyd.
desk-choose = Dewis
desk-act-PUBLISH = Cyhoeddi
desk-did-PUBLISH = Cyhoeddwyd
desk-key-PUBLISH = Cyhoeddi
desk-act-PUBLISH_AND_TRUST = Cyhoeddi ac ymddiried
desk-did-PUBLISH_AND_TRUST = Cyhoeddwyd, gan ymddiried yn yr awdur
desk-key-PUBLISH_AND_TRUST = Cyhoeddi ac ymddiried
desk-act-KEEP = Cadw fel y mae
desk-did-KEEP = Cadwyd
desk-key-KEEP = Cadw fel y mae
desk-act-REJECT = Gwrthod
desk-did-REJECT = Gwrthodwyd
desk-key-REJECT = Gwrthod
desk-act-HIDE = Cuddio
desk-did-HIDE = Cuddiwyd
desk-key-HIDE = Cuddio
desk-act-HOLD = Dal yn ôl
desk-did-HOLD = Daliwyd yn ôl
desk-act-RESTORE = Adfer
desk-did-RESTORE = Adferwyd
desk-key-RESTORE = Adfer
desk-act-REDACT = Golygu geiriau allan
desk-did-REDACT = Tynnwyd geiriau allan
desk-key-REDACT = Golygu geiriau allan
desk-act-MERGE = Uno
desk-did-MERGE = Unwyd
desk-key-MERGE = Uno
desk-act-MOVE = Symud
desk-did-MOVE = Symudwyd
desk-key-MOVE = Symud
desk-act-WARN = Rhybuddio’r awdur
desk-did-WARN = Rhybuddiwyd yr awdur
desk-key-WARN = Rhybuddio’r awdur
desk-act-SUSPEND = Atal yr awdur
desk-did-SUSPEND = Ataliwyd yr awdur
desk-key-SUSPEND = Atal yr awdur
desk-act-RESET_NAME = Tynnu’r enw
desk-did-RESET_NAME = Tynnwyd yr enw
desk-key-RESET_NAME = Tynnu’r enw
desk-act-UPHOLD = Cadarnhau’r penderfyniad
desk-did-UPHOLD = Cadarnhawyd y penderfyniad
desk-key-UPHOLD = Cadarnhau’r penderfyniad
desk-act-OVERTURN = Gwrthdroi’r penderfyniad
desk-did-OVERTURN = Gwrthdrowyd y penderfyniad
desk-key-OVERTURN = Gwrthdroi’r penderfyniad
desk-key-next = Eitem nesaf
desk-key-previous = Eitem flaenorol
desk-key-second = Ail farn
desk-key-select = Dewis
desk-key-bulk = Penderfynu ar y dewis
desk-key-cluster = Pob un tebyg iddo
desk-key-undo = Dadwneud
desk-key-note = Ysgrifennu nodyn
desk-key-help = Y cymorth hwn
desk-key-taken = Mae gan ddwy weithred yr un allwedd. Rhowch allwedd ei hun i bob un.
desk-past-undone = Wedi’i ddadwneud
desk-past-program = Y rhaglen
desk-past-overturned = Wedi’i wrthdroi ar apêl
desk-past-upheld = Wedi’i gadarnhau ar apêl
desk-past-appealed = Wedi’i apelio
desk-about-idea = syniad { $number }
desk-about-comment = sylw { $comment } ar syniad { $number }
desk-about-person = enw person
desk-about-decision = penderfyniad
desk-correct = Ei dynnu’n ôl
desk-correct-title = Tynnu penderfyniad yn ôl
desk-correct-lead = Rhoddir yn ôl yr hyn a gymerwyd. Caiff yr awdur lythyr ar unwaith, gyda’r hyn a ysgrifennwch yma. Mae’n sefyll yn y cofnod.
desk-correct-note = Pam roedd yn anghywir?
desk-correct-note-hint = Hyd at { $most } nod. Bydd yr awdur yn eu darllen.
notice-desk-corrected = Mae wedi’i dynnu’n ôl, ac mae’r awdur wedi cael gwybod.
problem-decision-corrected-already = Roedd wedi’i dynnu’n ôl yn barod.
problem-decision-correct-changed = Mae ei awdur wedi’i newid ers hynny. Mae’n aros yn y ciw: edrychwch arno yno.
problem-decision-correct-own = Eich un chi yw hwn. Cymedrolwr arall sy’n ei dynnu’n ôl.
problem-decision-nothing-left = Does dim i’w dynnu’n ôl yma. Rhoddwyd yn ôl yn barod yr hyn a gymerwyd, neu mae mor newydd fel bod Dadwneud yn ei wneud.
desk-undo = Dadwneud
desk-undo-before = Dadwneud yr un cynt
desk-undo-nothing = Does dim byd i’w ddadwneud yma. Gweler beth a benderfynwyd.
desk-edit = Golygiad sy’n aros
desk-edit-when = Ysgrifennwyd ar { $when }.
desk-original = Beth oedd yno cyn tynnu geiriau allan
desk-original-when = Wedi’i gadw i’r staff. Tynnwyd y geiriau allan ar { $when }.
desk-appeal-author = Mae’r awdur yn apelio
desk-appeal-reporter = Mae’r sawl a roddodd wybod amdano yn apelio
desk-appeal-against = Mae yn erbyn y penderfyniad hwn:
desk-why = Pam mae’r rheolau’n edrych arno
desk-report-nobody = Rhywun heb enw
desk-barred-closed = Mae hwn wedi’i benderfynu.
desk-side = Amdano
desk-writer = Awdur
desk-writer-since = yma ers { $when }
desk-writer-published = { $count ->
    [zero] { $count } wedi’i gyhoeddi
    [one] { $count } wedi’i gyhoeddi
    [two] { $count } wedi’i gyhoeddi
    [few] { $count } wedi’i gyhoeddi
    [many] { $count } wedi’i gyhoeddi
   *[other] { $count } wedi’i gyhoeddi
}
desk-writer-trusted = Ymddiriedir
desk-writer-suspended = Wedi’i atal tan { $until }
desk-writer-more = Beth sy’n aros gan yr un awdur
desk-writer-decisions = Penderfyniadau ar eu negeseuon
desk-near = Syniadau tebyg
desk-earlier = Penderfyniadau cynharach arno
desk-decide = Penderfynu
desk-or = Neu
desk-into = Rhif y syniad y bydd yn byw ynddo
desk-into-hint = Bydd modd darllen y ddau o hyd. Bydd cefnogwyr yn cael gwybod ac yn cael eu symud, lle nad ydyn nhw wedi pleidleisio yno.
desk-to = I ba ymgyrch
desk-redact-title = Teitl heb y geiriau hynny
desk-redact-body = Testun heb y geiriau hynny
desk-redact-hint = Cedwir y gwreiddiol i’r staff.
desk-redact-look = Gweld beth sy’n newid
desk-redact-differs = Dyma beth rydych chi’n ei dynnu allan.
desk-days = Am ba hyd
desk-days-count = { $count ->
    [zero] { $count } diwrnod
    [one] { $count } diwrnod
    [two] { $count } ddiwrnod
    [few] { $count } diwrnod
    [many] { $count } diwrnod
   *[other] { $count } diwrnod
}
desk-reason = Rheswm
desk-reads = Bydd yr awdur yn darllen, yn ei iaith:
desk-reads-rule = Rheol: { $rule }
desk-reads-appeal = Wedyn: sut i ofyn i gymedrolwr arall edrych eto, o fewn chwe mis, gydag ateb o fewn wythnos.
desk-note = Nodyn yn eich geiriau eich hun
desk-note-hint = Bydd yr awdur yn ei ddarllen. Mae ei angen i ateb apêl; fel arall mae’n ddewisol.
desk-send = Penderfynu
desk-second = Gofyn am ail farn
desk-second-by = Mae { $name } yn gofyn am ail farn:
desk-second-unask = Tynnu’r cwestiwn yn ôl
desk-second-why = Beth ydych chi’n ansicr amdano?
desk-second-do = Ei adael i rywun arall
desk-release = Ei roi’n ôl
desk-already-title = Roedd rhywun yn gyflymach
desk-already = Mae wedi’i benderfynu’n barod. Mae’r penderfyniad gyda’r eitem.
desk-changed-title = Newidiodd yn y cyfamser
desk-changed = Mae wedi newid ers i chi ei ddarllen. Edrychwch arno eto, yna penderfynwch.
desk-changed-typed = Beth roeddech chi wedi’i wneud o’r hen destun:
desk-reasons-lead = Dyma beth mae awduron yn ei glywed pan gymerir rhywbeth oddi arnyn nhw. Mae yr un fath i bawb.
desk-reasons-not-yours = Pwy bynnag sy’n rhedeg y wefan sy’n golygu’r rhain.
desk-reasons-new = Rheswm newydd
desk-reason-edit = Golygu
desk-reason-retired = Wedi ymddeol
desk-reason-title = Rheswm { $code }
desk-reason-lead = Rydych chi’n ei ysgrifennu yn yr iaith hon: { $language }. Nes bod ganddo eiriau mewn iaith arall, defnyddir yno’r geiriau sy’n dod gyda Folkmoot, neu’r rhain.
desk-reason-code = Enw byr
desk-reason-code-hint = Priflythrennau, digidau a thanlinellau, fel OLD_NEWS. Does dim modd ei newid wedyn.
desk-reason-name = Enw
desk-reason-name-hint = Ar un llinell. Mae cymedrolwyr yn dewis yn ôl yr enw, ac mae’r cofnod cyhoeddus yn ei ddweud.
desk-reason-rule = Rheol
desk-reason-rule-hint = Y rheol a dorrwyd, mewn ychydig eiriau, fel mae’r canllawiau’n ei henwi.
desk-reason-words = Beth sydd o’i le
desk-reason-words-hint = Mae’r awdur yn darllen hyn.
desk-reason-mend = Sut i’w wella
desk-reason-mend-hint = Mae’r awdur yn darllen hyn hefyd.
desk-reason-retire = Nid yw cymedrolwyr yn ei ddewis mwyach
desk-reason-retire-hint = Ym mhob iaith. Mae penderfyniadau cynharach yn ei enwi o hyd, a gallwch ddod ag ef yn ôl.
desk-reason-save = Cadw’r rheswm
problem-reason-code-empty = Rhowch enw byr i’r rheswm.
problem-reason-code-invalid = Defnyddiwch briflythrennau, digidau a thanlinellau, 40 ar y mwyaf, gan ddechrau â llythyren.
problem-reason-code-taken = Mae rheswm â’r enw byr hwn eisoes. Golygwch hwnnw, neu dewiswch enw arall.
problem-reason-text-empty = Llenwch hwn: bydd awdur neges yn ei ddarllen.
problem-reason-text-too-short = Llenwch hwn: bydd awdur neges yn ei ddarllen.
problem-reason-text-too-long = Mae { $found } nod yma, a dim ond lle i { $most }. Gwnewch ef yn fyrrach.
problem-reason-text-unprintable = Mae yma nodau na ellir eu dangos. Teipiwch ef eto, neu ei ludo fel testun plaen.
desk-rules-stand = Fersiwn { $version } sy’n sefyll, ers { $when }. <a class="govuk-link" href="{ $guidelines }">Gweld y canllawiau fel mae pawb yn eu gweld</a>.
desk-rules-none = Y rheolau safonol sy’n dod gyda Folkmoot sy’n sefyll: nid yw’r cyngor wedi cyhoeddi rhai ei hun yn yr iaith hon. <a class="govuk-link" href="{ $guidelines }">Gweld y canllawiau fel mae pawb yn eu gweld</a>.
desk-rules-not-yours = Pwy bynnag sy’n rhedeg y wefan sy’n cyhoeddi’r rhain.
desk-rules-look = Sut bydd yn edrych
desk-rules-now = Y rheolau
desk-rules-words = Rheolau’r bwrdd
desk-rules-hint = 20,000 nod ar y mwyaf. Dechreuwch bennawd â ##, pwynt mewn rhestr â chysylltnod, a gadewch linell wag rhwng paragraffau.
desk-rules-then = Mae cyhoeddi’n gwneud fersiwn newydd. Gall pawb ddarllen fersiynau cynharach o hyd.
desk-rules-do-look = Edrych arno
desk-rules-do-publish = Cyhoeddi
problem-policy-empty = Ysgrifennwch y rheolau.
problem-policy-too-long = Mae { $found } nod yn y rheolau, a dim ond lle i { $most }. Gwnewch nhw’n fyrrach.
problem-policy-unprintable = Mae yn y rheolau nodau na ellir eu dangos. Teipiwch nhw eto, neu eu gludo fel testun plaen.
desk-decided = Wedi’u penderfynu
desk-decided-all = Pawb
desk-decided-mine = Eich rhai chi
desk-decided-none = Ni phenderfynwyd dim eto.
desk-sending = Yn anfon…
desk-failed = Nid oedd modd ei anfon. Mae’n ôl yn y rhestr: rhowch gynnig arall arni.
desk-nothing-more = Dim mwy yn y rhestr hon.
desk-help = Allweddi
desk-help-more = Mae’r allweddi’n gweithio pan nad ydych chi’n teipio mewn maes, a byth gyda Ctrl, Alt neu Cmd. Teipiwch lythyren arall i newid un.
desk-help-on = Defnyddio’r allweddi hyn
desk-help-digits = Mae 1 i 9, a 0 am y degfed, yn dewis rheswm, ac Enter yn anfon.
desk-help-keep = Cadw
desk-help-reset = Yn ôl i’r allweddi cyntaf
notice-desk-undone = Mae wedi’i ddadwneud, ac yn ôl yn y ciw.
notice-desk-undone-already = Roedd wedi’i ddadwneud yn barod.
notice-desk-undone-late = Mae’n rhy hwyr i ddadwneud hyn. Adferwch ef yn lle hynny.
notice-desk-undone-own = Eich un chi yw hwn. Cymedrolwr arall sy’n ei ddadwneud.
notice-desk-undone-later = Penderfynwyd rhywbeth arall arno ers hynny. Dadwnewch hynny gyntaf.
notice-desk-asked = Bydd rhywun arall yn penderfynu arno.
notice-desk-released = Mae’n ôl yn y ciw.
notice-desk-view-kept = Mae’r olwg wedi’i chadw.
notice-desk-view-dropped = Mae’r olwg wedi’i gollwng.
notice-desk-view-name = Rhowch enw o 1 i 40 nod i’r olwg.
notice-desk-rules-published = Mae’r fersiwn newydd wedi’i chyhoeddi.
notice-desk-reason-saved = Mae’r rheswm wedi’i gadw. Dyma beth fydd awduron yn ei glywed o hyn ymlaen.
problem-decision-empty = Dewiswch reswm: bydd yr awdur yn ei glywed.
problem-decision-own = Chi biau hwn. Cymedrolwr arall sy’n penderfynu arno.
problem-decision-asked = Gofynnoch am ail farn. Cymedrolwr arall sy’n penderfynu arno.
problem-decision-own-decision = Mae’r apêl hon yn erbyn penderfyniad gennych chi. Cymedrolwr arall sy’n ei hateb.
problem-decision-does-not-fit = Nid yw hynny’n gweddu i’w gyflwr nawr. Edrychwch arno eto.
problem-decision-note-needed = Dywedwch pam, mewn brawddeg: bydd yr apeliwr yn ei ddarllen.
problem-decision-one-at-a-time = Dim ond i un eitem ar y tro y gellir gwneud hynny.
problem-decision-how-many = Dewiswch o leiaf un eitem, a hyd at 100.
problem-decision-view-name = Rhowch enw o 1 i 40 nod i’r olwg.
problem-decision-no-act = Dewiswch beth i’w wneud.
problem-decision-number = Teipiwch rif y syniad y bydd yn byw ynddo.
problem-decision-campaign = Dewiswch ymgyrch.
problem-decision-days = Dewiswch am ba hyd.
problem-decision-no-such-place = Does dim syniad cyhoeddus o’r rhif hwn sy’n cymryd rhan yn y pleidleisio. Gwiriwch y rhif.
problem-redacted-empty = Gadewch rai geiriau, a dim mwy nag oedd yno.
problem-redacted-too-short = Gadewch rai geiriau, a dim mwy nag oedd yno.
problem-redacted-too-long = Gadewch rai geiriau, a dim mwy nag oedd yno.
problem-redacted-unprintable = Gadewch rai geiriau, a dim mwy nag oedd yno.

## Rhoi gwybod i bobl

notice-followed = Byddwn yn dweud wrthych beth fydd yn digwydd gyda’r syniad hwn.
notice-unfollowed = Fyddwn ni ddim yn dweud rhagor wrthych am y syniad hwn.
notice-notices = Mae eich dewis wedi’i gadw.
notice-mail-again = Mae’r llythyrau ar eu ffordd eto.
follow-start = Dywedwch wrtha i beth sy’n digwydd gyda’r syniad hwn
follow-stop = Peidiwch â dweud rhagor wrtha i
follow-not = Dydych chi’n clywed dim am y syniad hwn drwy e-bost.
follow-never = Rydych chi wedi dewis peidio â chael llythyrau. <a class="govuk-link" href="{ $href }">Newid hynny</a>.
follow-author = Rydyn ni’n ysgrifennu atoch pan fydd rhywbeth yn digwydd gyda’r syniad hwn, am mai chi a’i postiodd. <a class="govuk-link" href="{ $href }">Dewiswch pa mor aml</a>.
follow-supporter = Rydyn ni’n ysgrifennu atoch pan fydd rhywbeth yn digwydd gyda’r syniad hwn, am eich bod yn ei gefnogi. <a class="govuk-link" href="{ $href }">Dewiswch pa mor aml</a>.
follow-follower = Rydyn ni’n ysgrifennu atoch pan fydd rhywbeth yn digwydd gyda’r syniad hwn, am i chi ofyn i ni. <a class="govuk-link" href="{ $href }">Dewiswch pa mor aml</a>.
me-notices-title = Llythyrau am syniadau
me-notices = Pa mor aml dylen ni ysgrifennu atoch?
me-notices-hint = Rydyn ni’n ysgrifennu pan fydd rhywbeth yn digwydd gyda syniad rydych chi wedi’i bostio, yn ei gefnogi neu’n ei ddilyn.
me-notices-work = Daw llythyrau am eich gwaith fel swyddog ar unwaith, beth bynnag a ddewiswch yma.
me-notices-at-once = Ar unwaith
me-notices-daily = Unwaith y dydd, popeth mewn un llythyr
me-notices-weekly = Unwaith yr wythnos, popeth mewn un llythyr
me-notices-never = Byth
me-notices-save = Cadw’r dewis
stop-title = Atal y llythyrau hyn?
stop-done-title = Mae’r llythyrau hyn wedi’u hatal
stop-lead-one = Rydyn ni’n ysgrifennu atoch pan fydd rhywbeth yn digwydd gyda’r syniad hwn.
stop-lead-all = Rydyn ni’n ysgrifennu atoch pan fydd rhywbeth yn digwydd gyda syniadau ar { $site }.
stop-one = Atal llythyrau am y syniad hwn
stop-all = Atal pob llythyr am syniadau
stop-done-one = Chewch chi ddim rhagor o lythyrau am y syniad hwn.
stop-done-all = Chewch chi ddim rhagor o lythyrau am syniadau.
stop-back = Gallwch newid hynny unrhyw bryd. <a class="govuk-link" href="{ $href }">Dewiswch pa mor aml rydyn ni’n ysgrifennu atoch</a>.
stop-still = Bydd llythyrau mewngofnodi, ac atebion gan gymedrolwyr, yn dal i’ch cyrraedd.
letter-foot-author = Rydych chi’n cael y llythyr hwn am mai chi a bostiodd y syniad hwn.
letter-foot-supporter = Rydych chi’n cael y llythyr hwn am eich bod yn cefnogi’r syniad hwn.
letter-foot-follower = Rydych chi’n cael y llythyr hwn am eich bod yn dilyn y syniad hwn.
letter-foot-digest = Rydych chi’n cael y llythyr hwn am i chi ddewis clywed popeth gyda’i gilydd.
letter-foot-stop = Atal llythyrau am y syniad hwn: { $link }
letter-foot-stop-all = Atal pob llythyr o’r fath: { $link }
letter-foot-choose = Dewis pa mor aml rydyn ni’n ysgrifennu atoch: { $link }
letter-digest-subject = { $count ->
    [one] { $site }: un peth a ddigwyddodd
   *[other] { $site }: { $count } o bethau a ddigwyddodd
}
letter-digest = { $count ->
    [one] Digwyddodd hyn gyda syniad rydych chi wedi’i bostio, yn ei gefnogi neu’n ei ddilyn.
   *[other] Digwyddodd hyn gyda syniadau rydych chi wedi’u postio, yn eu cefnogi neu’n eu dilyn.
}
letter-digest-number = Syniad { $number }
letter-digest-idea = Syniad { $number }, “{ $title }”
letter-test-subject = Llythyr prawf gan { $site }
letter-test = Llythyr prawf gan { $site } yw hwn. Mae wedi cyrraedd, felly mae’r post yn gweithio.
mail-title = Post
mail-about = Beth sy’n aros i’w anfon, beth na ellid ei anfon, a phrawf.
mail-none = Does dim gweinydd post wedi’i osod, felly mae llythyrau’n aros. Gosodwch <code>SMTP_URL</code>, yna dechreuwch y rhaglen eto.
mail-waiting = { $count ->
    [0] Does dim llythyr yn aros i’w anfon.
    [one] Mae un llythyr yn aros i’w anfon.
   *[other] Mae { $count } o lythyrau’n aros i’w hanfon.
}
mail-waiting-many = Mae { $count } o lythyrau neu fwy’n aros i’w hanfon.
mail-test-title = Profi’r post
mail-test-lead = Byddwn yn anfon llythyr at { $address }, ac yn dweud sut aeth pob cam. Mae hynny’n cymryd hyd at wyth eiliad.
mail-test-send = Anfon llythyr prawf
mail-test-nowhere = Does dim cyfeiriad e-bost gan eich cyfrif, felly does unman i anfon llythyr prawf.
mail-step-well = Iawn
mail-step-wrong = Methodd
mail-step-skipped = Heb ofyn amdano
mail-step-configured = Mae gweinydd post wedi’i osod
mail-step-resolves = Mae cyfeiriad gan ei enw
mail-step-connects = Mae modd ei gyrraedd
mail-step-greets = Mae’n ateb fel y mae gweinydd post
mail-step-encrypts = Mae’r cysylltiad wedi’i amgryptio
mail-step-login = Mae’n derbyn yr enw defnyddiwr a’r cyfrinair
mail-step-sender = Mae’n derbyn cyfeiriad ein hanfonwr
mail-step-sent = Mae wedi derbyn y llythyr
mail-advice-configured = Gosodwch SMTP_URL i gyfeiriad eich gweinydd post, yna dechreuwch y rhaglen eto.
mail-advice-resolves = Chwiliwch am wall teipio yn enw’r gwesteiwr yn SMTP_URL. Gofynnwch i bwy bynnag sy’n rhedeg eich rhwydwaith a yw’r enw’n bod.
mail-advice-connects = Edrychwch ar y porth yn SMTP_URL, a gofynnwch a oes mur gwarchod rhyngoch. Y pyrth arferol yw 587, 465 a 25.
mail-advice-greets = Efallai fod rhywbeth arall yn gwrando ar y porth hwn. Mae angen smtps:// yn SMTP_URL ar borth sy’n disgwyl amgryptio o’r dechrau.
mail-advice-encrypts = Efallai nad yw’r gweinydd yn cynnig amgryptio yma, neu nad oes modd ymddiried yn ei dystysgrif. Gofynnwch i bwy bynnag sy’n ei redeg.
mail-advice-login = Edrychwch ar yr enw defnyddiwr a’r cyfrinair yn SMTP_URL. Caiff arwyddion fel @ a / eu hysgrifennu fel %40 a %2F.
mail-advice-sender = Dyw’r gweinydd ddim yn gadael i ni anfon o’r cyfeiriad hwn. Newidiwch “from” o dan [mail] yn y ffurfweddiad, neu ei ganiatáu yno.
mail-advice-sent = Gwrthododd y gweinydd y llythyr. Efallai ei fod yn caniatáu llythyrau i’w bobl ei hun yn unig, neu’n meddwl mai sbam yw hwn.
mail-said = Dywedodd yr ochr arall:
mail-dead-title = Llythyrau na ellid eu hanfon
mail-dead-none = Does dim un.
mail-dead-lead = Fe wnaethon ni roi cynnig arni sawl gwaith, yna rhoi’r gorau iddi. Pan fydd y drwg wedi’i drwsio, anfonwch nhw eto. Cânt eu hanghofio ar ôl 30 diwrnod.
mail-dead-to = At { $address }
mail-dead-tries = { $count ->
    [one] un cynnig
   *[other] { $count } cynnig
}
mail-dead-again = Anfon eto
mail-dead-which = “{ $subject }” at { $address }
mail-dead-again-all = Anfon pob un eto

## Letters about answers

outcome-YES = Ie
outcome-PARTLY = Ie, yn rhannol
outcome-ALREADY_DOING = Rydym yn ei wneud eisoes
outcome-NOT_NOW = Ddim ar hyn o bryd
outcome-NO = Na
outcome-NOT_OURS = Nid ni sy’n penderfynu
letter-replied-subject = Mae’r cyngor wedi ateb syniad { $number }: { $title }
letter-replied-mine = Mae { $department } wedi ateb eich syniad { $number }, “{ $title }”.
letter-replied-other = Mae { $department } wedi ateb syniad { $number }, “{ $title }”.
letter-replied-outcome = Yr ateb: { $outcome }.
letter-replied-role = { $role }, { $department }
letter-replied-look = Darllenwch yr ateb cyfan: { $link }
letter-revised-subject = Mae’r cyngor wedi diwygio ei ateb i syniad { $number }: { $title }
letter-revised-mine = Mae’r ateb i’ch syniad { $number }, “{ $title }”, wedi’i ddiwygio.
letter-revised-other = Mae’r ateb i syniad { $number }, “{ $title }”, wedi’i ddiwygio.
letter-revised-why = Pam mae’n dweud rhywbeth arall yn awr:
letter-revised-look = Darllenwch ef, a’r hyn a ddywedai o’r blaen: { $link }
letter-assigned-subject = Mae syniad yn aros amdanoch: { $number }, { $title }
letter-assigned = Mae syniad { $number }, “{ $title }”, gyda { $department } yn awr.
letter-assigned-due = Mae’r cyngor wedi addo ateb erbyn { $day }.
letter-assigned-note = Mae cydweithiwr yn ychwanegu:
letter-desk-look = Mae popeth sydd ei angen arnoch yma: { $link }
letter-mentioned-subject = Mae cydweithiwr yn eich enwi mewn nodyn ar syniad { $number }
letter-mentioned = Ysgrifennodd cydweithiwr hyn am “{ $title }”, i staff yn unig:
letter-approve-subject = Mae ateb yn aros am eich cytundeb: syniad { $number }
letter-approve = Mae cydweithiwr yn { $department } wedi ysgrifennu ateb i “{ $title }”. Daw’n gyhoeddus wedi i rywun arall ei gymeradwyo.
letter-moved-subject = Newyddion am syniad { $number }: { $title }
letter-moved-mine = Mae eich syniad { $number }, “{ $title }”, wedi symud ymlaen: { $status }.
letter-moved-other = Mae syniad { $number }, “{ $title }”, wedi symud ymlaen: { $status }.
letter-moved-words = Dywed y cyngor:
letter-happened-subject = A ddigwyddodd? Syniad { $number }: { $title }
letter-happened-mine = Gosododd y cyngor gam ar gyfer eich syniad { $number }, “{ $title }”: { $milestone }.
letter-happened-other = Gosododd y cyngor gam ar gyfer syniad { $number }, “{ $title }”: { $milestone }.
letter-happened-ask = Daeth ei amser. A ddigwyddodd? Dywedwch ie, yn rhannol neu na: { $link }
letter-promised-subject = Mae’r cyngor wedi addo ateb i syniad { $number }: { $title }
letter-promised-mine = Mae cynifer o bobl yn cefnogi eich syniad { $number }, “{ $title }”, fel bod y cyngor wedi addo ateb.
letter-promised-other = Mae cynifer o bobl yn cefnogi syniad { $number }, “{ $title }”, fel bod y cyngor wedi addo ateb.
letter-promised-day = Daw erbyn { $day }. Os bydd yn hwyr, bydd pawb yn gweld hynny.
letter-promised-paused = Mae’r cloc wedi stopio am y tro. Mae tudalen y syniad yn dweud pam.
letter-hand-subject = Mae swyddogion yn gweithio ar syniad { $number }: { $title }
letter-hand-mine = Mae eich syniad { $number }, “{ $title }”, yn nwylo swyddogion y cyngor.
letter-hand-other = Mae syniad { $number }, “{ $title }”, yn nwylo swyddogion y cyngor.
letter-hand-who = { $department } sy’n ateb drosto. Byddwch yn clywed gennym pan fydd ateb.
letter-paused-subject = Mae’r cloc wedi’i stopio ar gyfer syniad { $number }: { $title }
letter-paused-mine = Mae hyn am eich syniad { $number }, “{ $title }”.
letter-paused-other = Mae hyn am syniad { $number }, “{ $title }”.
letter-resumed-subject = Mae’r cloc yn rhedeg eto ar gyfer syniad { $number }: { $title }
letter-resumed-mine = Mae’r cloc a stopiwyd ar gyfer eich syniad { $number }, “{ $title }”, yn rhedeg eto.
letter-resumed-other = Mae’r cloc a stopiwyd ar gyfer syniad { $number }, “{ $title }”, yn rhedeg eto.
letter-extended-subject = Mae’r cyngor yn cymryd mwy o amser ar gyfer syniad { $number }: { $title }
letter-extended-mine = Mae’r cyngor yn cymryd mwy o amser nag a addawodd ar gyfer eich syniad { $number }, “{ $title }”.
letter-extended-other = Mae’r cyngor yn cymryd mwy o amser nag a addawodd ar gyfer syniad { $number }, “{ $title }”.
letter-seen-subject = Mae’r cyngor wedi gweld syniad { $number }: { $title }
letter-seen-mine = Mae’r cyngor wedi gweld eich syniad { $number }, “{ $title }”.
letter-seen-other = Mae’r cyngor wedi gweld syniad { $number }, “{ $title }”.
letter-committee-subject = Aed ag ef i bwyllgor: syniad { $number }, { $title }
letter-committee-mine = Mae’r cyngor wedi mynd â’ch syniad { $number }, “{ $title }”, i bwyllgor.
letter-committee-other = Mae’r cyngor wedi mynd â syniad { $number }, “{ $title }”, i bwyllgor.
letter-reopened-subject = Heb ei wneud eto, medd pobl. Syniad { $number }: { $title }
letter-reopened-mine = Mae llawer o’r rhai sy’n cefnogi eich syniad { $number }, “{ $title }”, yn dweud na ddigwyddodd hyn:
letter-reopened-other = Mae llawer o’r rhai sy’n cefnogi syniad { $number }, “{ $title }”, yn dweud na ddigwyddodd hyn:
letter-reopened-then = Gofynnwyd i’r cyngor edrych eto.
letter-watched-subject = Digwyddodd rhywbeth i syniad { $number }: { $title }
letter-watched = Rydych yn gwylio syniad { $number }, “{ $title }”. Digwyddodd hyn:
letter-watched-stop = I beidio â chael rhagor o’r llythyrau hyn, pwyswch “Rhoi’r gorau i wylio” yno.
letter-passed-subject = Beth ddaeth ohono? Syniad { $number }: { $title }
letter-passed = Mae diwrnod y cam hwn wedi mynd heibio: { $milestone }. Mae’n perthyn i “{ $title }”. Dywedwch beth ddaeth ohono.
letter-disputed-subject = Mae llawer yn dweud na ddigwyddodd: syniad { $number }
letter-disputed = Mae llawer yn dweud na ddigwyddodd y cam hwn: { $milestone }. Mae’n perthyn i “{ $title }”. Edrychwch eto, a dywedwch beth ddaeth ohono.

## Whether it happened

timeline-moved-IN_PROGRESS = Mae’r cyngor wrthi’n ei wneud
timeline-moved-DONE = Dywed y cyngor ei fod wedi’i wneud
timeline-moved-PLANNED = Mae’r cyngor yn ei gynllunio
officers-happened-MOVED = Symudodd y cyngor ef ymlaen
timeline-moved-UNDER_REVIEW = Mae swyddogion yn gweithio ar ateb
officers-happened-TAKEN = Mae swyddogion yn gweithio arno
officers-happened-MILESTONE = Gosodwyd cam
officers-happened-CLAIMED = Dywedodd y cyngor beth ddaeth o gam
officers-happened-REOPENED = Dywedodd llawer na ddigwyddodd
milestones-title = Beth sy’n digwydd pryd
milestones-progress = Camau a wnaed hyd yma, medd y cyngor: { $done } o { $all }.
milestones-due = Erbyn { $when }
milestones-claim-YES = Dywed y cyngor: digwyddodd.
milestones-claim-PARTLY = Dywed y cyngor: digwyddodd rhan ohono.
milestones-claim-NO = Dywed y cyngor: ni ddigwyddodd.
milestones-silent = Mae ei ddiwrnod wedi mynd heibio, ac nid yw’r cyngor wedi dweud beth ddaeth ohono.
milestones-to-come = Mae ei ddiwrnod eto i ddod.
milestones-said = Dywed cefnogwyr: { $yes } ie, { $partly } yn rhannol, { $no } na.
milestones-nobody = Nid oes unrhyw gefnogwr wedi dweud dim eto.
milestones-reopened = Mae llawer yn dweud na ddigwyddodd. Gofynnwyd i’r cyngor edrych eto.
milestones-ask = A ddigwyddodd?
milestones-ask-who = Gofynnir i chi am eich bod yn cefnogi’r syniad hwn neu wedi’i ysgrifennu. Nid oes neb yn gweld beth ddywedoch chi, dim ond faint a’i dywedodd.
milestones-YES = Do
milestones-PARTLY = Yn rhannol
milestones-NO = Naddo
milestones-about = “{ $title }”
milestones-yours = Dywedoch chi: { $said }. Gallwch newid eich meddwl.
notice-milestone-said = Diolch. Mae’r hyn a ddywedoch wedi’i gyfrif.
notice-desk-milestone = Mae’r cam wedi’i osod. Gall pawb ei ddarllen.
notice-desk-claimed = Mae’r hyn a ddywedoch ar dudalen y syniad, a gofynnir i’w gefnogwyr.
notice-desk-moved = Mae’r syniad wedi symud ymlaen, a dywedwyd wrth ei bobl.
officers-delivery = Beth sy’n digwydd pryd
officers-delivery-none = Nid oes cam wedi’i osod eto. Gosodwch un ar gyfer pob peth y gall pobl edrych amdano.
officers-delivery-set = Gosod cam
officers-delivery-what = Beth fydd wedi digwydd
officers-delivery-when = Erbyn pa ddiwrnod
officers-delivery-when-hint = Er enghraifft 2027-03-14.
officers-delivery-claim = Dweud beth ddaeth ohono
officers-delivery-claim-which = Pa gam
officers-delivery-came = Beth ddaeth ohono
officers-delivery-words = Yn eich geiriau chi
officers-delivery-words-hint = Mae pawb yn darllen hyn.
officers-delivery-say = Dweud hynny
officers-delivery-move = Symud y syniad ymlaen
officers-delivery-to = Ble mae’n sefyll yn awr
officers-delivery-why = Beth ddigwyddodd
officers-delivery-do = Ei symud
problem-milestone-empty = Dywedwch beth fydd wedi digwydd.
problem-milestone-too-short = Mae hyn yn rhy fyr. Defnyddiwch o leiaf { $least } nod.
problem-milestone-too-long = Mae gan hwn { $found } nod ac mae lle i { $most }. Byrhewch ef.
problem-milestone-unprintable = Mae yma nodau na ellir eu dangos. Teipiwch ef eto, neu gludwch ef fel testun plaen.
problem-milestone-unanswered = Atebwch y syniad yn gyntaf: camau yw’r hyn a ddywedodd y cyngor.
problem-milestone-too-many = Mae digon o gamau. Dywedwch beth ddaeth o rai ohonynt yn gyntaf.
problem-move-on-cannot-move = Ni all y syniad symud yno o’r lle mae’n sefyll.
problem-claim-empty = Dewiswch beth ddaeth ohono.
problem-which-empty = Dewiswch gam.

## Desg y swyddogion

nav-desk = Desg
nav-desk-owed = yn aros
officers-title = Desg y swyddogion
officers-piles = Yr hyn sy’n aros
officers-dues = Erbyn pryd
officers-pile-mine = Fy rhai i
officers-pile-departments = Fy adrannau
officers-pile-all = Popeth sy’n aros
officers-pile-nobodys = Heb adran
officers-narrow-any = Pryd bynnag mae’n ddyledus
officers-narrow-soon = O fewn wythnos
officers-narrow-late = Wedi’r dydd
officers-orders = Ym mha drefn
officers-order-due = Y cyntaf sy’n ddyledus yn gyntaf
officers-order-waiting = Y rhai sy’n aros hiraf yn gyntaf
officers-more-than = { $count } neu fwy
officers-overdue-all = { $count ->
    [zero] { $count } yn hwyr
    [one] { $count } yn hwyr
    [two] { $count } yn hwyr
    [few] { $count } yn hwyr
    [many] { $count } yn hwyr
   *[other] { $count } yn hwyr
}
officers-none-mine = Dydych chi wedi cymryd dim. Bydd y syniadau a gymerwch yn sefyll yma.
officers-none-departments = Does dim yn aros am eich adrannau.
officers-none-all = Does dim yn aros.
officers-none-nobodys = Mae gan bob syniad sy’n aros ei adran.
officers-none-narrowed = Does dim yma’n ddyledus erbyn hynny.
officers-none-any = Dangos y cyfan o’r rhain
officers-none-see-all = Dangos popeth sy’n aros
officers-feed = Beth sy’n digwydd
officers-feed-of = Pa syniadau
officers-feed-all = Pob syniad
officers-feed-departments = Rhai fy adrannau
officers-feed-watched = Beth rwy’n ei wylio
officers-feed-department = Adran
officers-feed-any = Pob adran
officers-feed-none = Does dim wedi digwydd yma eto.
officers-watched = { $count ->
    [0] Nid ydych yn gwylio unrhyw syniad
    [one] Rydych yn gwylio un syniad
    [two] Rydych yn gwylio { $count } syniad
    [few] Rydych yn gwylio { $count } syniad
    [many] Rydych yn gwylio { $count } syniad
   *[other] Rydych yn gwylio { $count } syniad
}
officers-watched-none = Pwyswch “Gwylio” ar syniad wrth y ddesg, a bydd llythyr yn dweud wrthych beth ddaw ohono.
officers-watch = Gwylio
officers-watch-stop = Rhoi’r gorau i wylio
pager-feed = Rhagor o’r hyn sy’n digwydd
notice-watching = Rydych yn gwylio’r syniad hwn. Bydd llythyr yn dweud wrthych beth ddaw ohono.
notice-watched = Nid ydych yn gwylio’r syniad hwn mwyach.
problem-watch-too-many = Rydych yn gwylio { $most } syniad. Rhowch y gorau i wylio un ohonynt yn gyntaf.
officers-directory-lead = Enwch gydweithiwr mewn nodyn gydag “@” a’i enw, a bydd yn cael llythyr.
officers-directory-none = Nid oes adran eto.
officers-directory-nameless = Rhywun heb enw
officers-directory-you = (chi)
officers-directory-rules = Beth sy’n dod yma ar ei ben ei hun
officers-directory-by-hand = Nid oes rheol yn arwain yma. Caiff syniadau eu trosglwyddo â llaw.
officers-number = Syniad { $number }
officers-support = { $count ->
    [zero] { $count } cefnogwr
    [one] { $count } cefnogwr
    [two] { $count } cefnogwr
    [few] { $count } cefnogwr
    [many] { $count } cefnogwr
   *[other] { $count } cefnogwr
}
officers-oppose = { $count ->
    [zero] { $count } yn erbyn
    [one] { $count } yn erbyn
    [two] { $count } yn erbyn
    [few] { $count } yn erbyn
    [many] { $count } yn erbyn
   *[other] { $count } yn erbyn
}
officers-comments = { $count ->
    [zero] { $count } sylw
    [one] { $count } sylw
    [two] { $count } sylw
    [few] { $count } sylw
    [many] { $count } sylw
   *[other] { $count } sylw
}
officers-nobody-yet = does neb wedi’i gymryd eto
officers-no-department = Does gan yr un adran ef eto
officers-stage-writing = Yn cael ei ysgrifennu
officers-stage-approval = Yn aros am ail swyddog
officers-stage-scheduled = Wedi’i drefnu
officers-no-day = Ni addawyd dydd
officers-stopped = Mae’r cloc wedi stopio
officers-overdue = Yn hwyr ers { $when }
officers-due-today = Yn ddyledus heddiw, { $when }
officers-due = { $count ->
    [zero] Yn ddyledus mewn { $count } diwrnod gwaith, ar { $when }
    [one] Yn ddyledus mewn { $count } diwrnod gwaith, ar { $when }
    [two] Yn ddyledus mewn { $count } ddiwrnod gwaith, ar { $when }
    [few] Yn ddyledus mewn { $count } diwrnod gwaith, ar { $when }
    [many] Yn ddyledus mewn { $count } diwrnod gwaith, ar { $when }
   *[other] Yn ddyledus mewn { $count } diwrnod gwaith, ar { $when }
}
officers-by-ACKNOWLEDGE = Edrychwch arno erbyn { $when }
officers-by-REPLY = Atebwch erbyn { $when }
officers-by-COMMITTEE = Ewch ag ef at bwyllgor erbyn { $when }
officers-by-days = { $count ->
    [zero] { $by }, mewn { $count } diwrnod gwaith
    [one] { $by }, mewn { $count } diwrnod gwaith
    [two] { $by }, mewn { $count } ddiwrnod gwaith
    [few] { $by }, mewn { $count } diwrnod gwaith
    [many] { $by }, mewn { $count } diwrnod gwaith
   *[other] { $by }, mewn { $count } diwrnod gwaith
}
officers-by-today = { $by }, heddiw
officers-by-past = { $by }: yn hwyr
officers-stopped-ACKNOWLEDGE = Edrychwch arno: mae’r cloc wedi stopio
officers-stopped-REPLY = Atebwch: mae’r cloc wedi stopio
officers-stopped-COMMITTEE = Ewch ag ef at bwyllgor: mae’r cloc wedi stopio
officers-step-was-due = Diwrnod y cam oedd { $when }
officers-disputed = Yn cael ei herio ers { $when }
officers-step-PASSED = Mae diwrnod cam wedi mynd heibio: dywedwch a gafodd ei wneud.
officers-step-DISPUTED = Dywed pobl na ddigwyddodd hyn: edrychwch eto.
officers-waited = { $count ->
    [0] yn aros ers heddiw
    [one] yn aros ers { $count } diwrnod
    [two] yn aros ers { $count } ddiwrnod
    [few] yn aros ers { $count } diwrnod
    [many] yn aros ers { $count } diwrnod
   *[other] yn aros ers { $count } diwrnod
}
officers-kept = Cadwyd ar { $when }
officers-kept-late = Cadwyd yn hwyr, ar { $when }
officers-pack-title = Ateb: { $title }
officers-back = Desg y swyddogion
officers-by = gan <bdi>{ $name }</bdi>
officers-to-reply = Ysgrifennu’r ateb
officers-public = Tudalen gyhoeddus y syniad
officers-to-notes = Nodiadau rhwng cydweithwyr
officers-preview = Fel y bydd dinasyddion yn ei weld
officers-preview-not-saved = Does neb arall yn ei weld eto.
officers-preview-back = Mynd ymlaen â’r ateb
officers-answered = Ateb y cyngor
officers-further = Ysgrifennu ateb arall
officers-says = Beth mae’r syniad yn ei ddweud
officers-not-yours = Adran arall sy’n ateb y syniad hwn. Cewch ddarllen popeth yma, ac ysgrifennu nodyn.
officers-voices = Dadleuon i’w hystyried
officers-voices-hint = Daw’r rhai y mae’r mwyaf o bobl eraill yn cymryd eu hochr yn eu hatebion yn gyntaf, yna’r rhai a gafodd fwyaf o atebion. Un gan bob person.
officers-voices-agree = { $count ->
    [zero] { $count } person arall ar yr un ochr
    [one] { $count } person arall ar yr un ochr
    [two] { $count } berson arall ar yr un ochr
    [few] { $count } pherson arall ar yr un ochr
    [many] { $count } pherson arall ar yr un ochr
   *[other] { $count } person arall ar yr un ochr
}
officers-voices-for = O blaid
officers-voices-against = Yn erbyn
officers-voices-none-for = Does neb wedi dadlau o’i blaid.
officers-voices-none-against = Does neb wedi dadlau yn ei erbyn.
officers-comment = Sylw { $comment }
officers-credit = Defnyddiodd yr ateb sylw { $comment }
officers-past = Syniadau tebyg, a beth oedd yr ateb
officers-holders = Gan bwy mae e
officers-leads = sy’n ateb
officers-helps = sy’n helpu
officers-since = ers { $when }
officers-take = Ei gymryd
officers-give-back = Ei roi yn ôl
officers-hand = Ei roi i adran
officers-hand-to = Adran
officers-hand-choose = Dewiswch adran
officers-hand-part = Beth mae’n ei wneud yno
officers-hand-lead = Hi sy’n ateb o hyn ymlaen
officers-hand-help = Mae’n helpu
officers-hand-leave = Does gan yr adran oedd yn ateb tan nawr ddim rhan ynddo mwyach
officers-hand-words = Geiriau cyhoeddus
officers-hand-words-hint = Dewisol. Maent yn hanes y syniad, i bawb.
officers-hand-note = Nodyn i’r adran
officers-hand-note-hint = Enwch gydweithiwr gydag “@” a’i enw, a bydd yn clywed amdano hefyd.
officers-hand-do = Ei drosglwyddo
officers-clock = Beth a addawyd
officers-no-promise = Addawodd neb ateb erbyn dydd penodol.
officers-promise-ACKNOWLEDGE = { $count ->
    [zero] Gyda { $supporters } rydym yn edrych arno o fewn { $count } diwrnod gwaith
    [one] Gyda { $supporters } rydym yn edrych arno o fewn { $count } diwrnod gwaith
    [two] Gyda { $supporters } rydym yn edrych arno o fewn { $count } ddiwrnod gwaith
    [few] Gyda { $supporters } rydym yn edrych arno o fewn { $count } diwrnod gwaith
    [many] Gyda { $supporters } rydym yn edrych arno o fewn { $count } diwrnod gwaith
   *[other] Gyda { $supporters } rydym yn edrych arno o fewn { $count } diwrnod gwaith
}
officers-promise-REPLY = { $count ->
    [zero] Gyda { $supporters } rydym yn ei ateb o fewn { $count } diwrnod gwaith
    [one] Gyda { $supporters } rydym yn ei ateb o fewn { $count } diwrnod gwaith
    [two] Gyda { $supporters } rydym yn ei ateb o fewn { $count } ddiwrnod gwaith
    [few] Gyda { $supporters } rydym yn ei ateb o fewn { $count } diwrnod gwaith
    [many] Gyda { $supporters } rydym yn ei ateb o fewn { $count } diwrnod gwaith
   *[other] Gyda { $supporters } rydym yn ei ateb o fewn { $count } diwrnod gwaith
}
officers-promise-COMMITTEE = { $count ->
    [zero] Gyda { $supporters } rydym yn mynd ag ef at bwyllgor o fewn { $count } diwrnod gwaith
    [one] Gyda { $supporters } rydym yn mynd ag ef at bwyllgor o fewn { $count } diwrnod gwaith
    [two] Gyda { $supporters } rydym yn mynd ag ef at bwyllgor o fewn { $count } ddiwrnod gwaith
    [few] Gyda { $supporters } rydym yn mynd ag ef at bwyllgor o fewn { $count } diwrnod gwaith
    [many] Gyda { $supporters } rydym yn mynd ag ef at bwyllgor o fewn { $count } diwrnod gwaith
   *[other] Gyda { $supporters } rydym yn mynd ag ef at bwyllgor o fewn { $count } diwrnod gwaith
}
officers-promised-ACKNOWLEDGE = o edrych arno
officers-promised-REPLY = o’r ateb
officers-promised-COMMITTEE = o’r pwyllgor
officers-how = Sut y cafwyd y dydd
officers-line-reached = Cyrhaeddodd y cefnogwyr hyn ar { $when }.
officers-line-counted = { $count ->
    [zero] Mae { $count } diwrnod gwaith o hynny yn cyrraedd { $when }.
    [one] Mae { $count } diwrnod gwaith o hynny yn cyrraedd { $when }.
    [two] Mae { $count } ddiwrnod gwaith o hynny yn cyrraedd { $when }.
    [few] Mae { $count } diwrnod gwaith o hynny yn cyrraedd { $when }.
    [many] Mae { $count } diwrnod gwaith o hynny yn cyrraedd { $when }.
   *[other] Mae { $count } diwrnod gwaith o hynny yn cyrraedd { $when }.
}
officers-line-stood = { $count ->
    [zero] Stopiodd y cloc o { $from } i { $to }: { $count } diwrnod gwaith yn fwy.
    [one] Stopiodd y cloc o { $from } i { $to }: { $count } diwrnod gwaith yn fwy.
    [two] Stopiodd y cloc o { $from } i { $to }: { $count } ddiwrnod gwaith yn fwy.
    [few] Stopiodd y cloc o { $from } i { $to }: { $count } diwrnod gwaith yn fwy.
    [many] Stopiodd y cloc o { $from } i { $to }: { $count } diwrnod gwaith yn fwy.
   *[other] Stopiodd y cloc o { $from } i { $to }: { $count } diwrnod gwaith yn fwy.
}
officers-line-extended = { $count ->
    [zero] Ar { $when } cafodd { $count } diwrnod gwaith yn fwy.
    [one] Ar { $when } cafodd { $count } diwrnod gwaith yn fwy.
    [two] Ar { $when } cafodd { $count } ddiwrnod gwaith yn fwy.
    [few] Ar { $when } cafodd { $count } diwrnod gwaith yn fwy.
    [many] Ar { $when } cafodd { $count } diwrnod gwaith yn fwy.
   *[other] Ar { $when } cafodd { $count } diwrnod gwaith yn fwy.
}
officers-clock-change = Newid y cloc
officers-clock-late = Mae ei ddiwrnod wedi mynd heibio, felly ni ellir stopio’r cloc na rhoi mwy o ddyddiau iddo.
officers-clock-what = Beth sy’n digwydd iddo
officers-act-pause-ACKNOWLEDGE = Stopio cloc edrych arno
officers-act-resume-ACKNOWLEDGE = Gadael i gloc edrych arno redeg eto
officers-act-extend-ACKNOWLEDGE = Rhoi mwy o ddiwrnodau gwaith i edrych arno
officers-act-pause-REPLY = Stopio cloc yr ateb
officers-act-resume-REPLY = Gadael i gloc yr ateb redeg eto
officers-act-extend-REPLY = Rhoi mwy o ddiwrnodau gwaith i yr ateb
officers-act-pause-COMMITTEE = Stopio cloc y pwyllgor
officers-act-resume-COMMITTEE = Gadael i gloc y pwyllgor redeg eto
officers-act-extend-COMMITTEE = Rhoi mwy o ddiwrnodau gwaith i y pwyllgor
officers-act-keep-ACKNOWLEDGE = Dweud bod y cyngor wedi’i weld
officers-act-keep-COMMITTEE = Dweud yr aed ag ef at bwyllgor
officers-clock-days = Faint yn rhagor o ddiwrnodau gwaith, os caiff rai
officers-clock-reason = Pam
officers-clock-reason-hint = Mae pawb yn darllen hwn. Does dim ei angen pan fydd y cloc yn rhedeg eto.
officers-clock-do = Ei newid
officers-notes = Nodiadau rhwng cydweithwyr
officers-notes-hint = I staff yn unig. Nid yw’r un dinesydd byth yn eu gweld.
officers-note = Nodyn newydd
officers-note-hint = Bydd pwy bynnag a enwch yn clywed amdano.
officers-note-who = Gallwch enwi:
officers-note-do = Ychwanegu’r nodyn
officers-growth = Y rhifau dros amser
officers-growth-words = O { $from } i { $to }: { $support } o blaid, { $oppose } yn erbyn, sylwadau: { $comments }.
officers-growth-support = O blaid
officers-growth-oppose = Yn erbyn
officers-growth-comments = Sylwadau
officers-history = Beth ddigwyddodd hyd yma
officers-history-versions = Pob fersiwn o’r syniad
officers-happened-POSTED = Postiwyd
officers-happened-EDITED = { $count ->
    [one] Golygwyd unwaith
    [two] Golygwyd ddwywaith
    [few] Golygwyd deirgwaith
    [many] Golygwyd { $count } gwaith
   *[other] Golygwyd { $count } gwaith
}
officers-happened-REACHED = { $count ->
    [zero] Cyrhaeddodd { $count } cefnogwr
    [one] Cyrhaeddodd { $count } cefnogwr
    [two] Cyrhaeddodd { $count } cefnogwr
    [few] Cyrhaeddodd { $count } cefnogwr
    [many] Cyrhaeddodd { $count } cefnogwr
   *[other] Cyrhaeddodd { $count } cefnogwr
}
officers-happened-ASSIGNED = Rhoddwyd i { $department }
officers-happened-ACKNOWLEDGED = Mae’r cyngor wedi’i weld
officers-happened-COMMITTEE = Aed ag ef at bwyllgor
officers-happened-PAUSED = Stopiodd y cloc
officers-happened-RESUMED = Mae’r cloc yn rhedeg eto
officers-happened-EXTENDED = { $count ->
    [zero] Cafodd { $count } diwrnod gwaith yn fwy
    [one] Cafodd { $count } diwrnod gwaith yn fwy
    [two] Cafodd { $count } ddiwrnod gwaith yn fwy
    [few] Cafodd { $count } diwrnod gwaith yn fwy
    [many] Cafodd { $count } diwrnod gwaith yn fwy
   *[other] Cafodd { $count } diwrnod gwaith yn fwy
}
officers-happened-REPLIED = Atebodd { $department }
officers-happened-REVISED = Diwygiodd { $department } ei hateb
officers-reply = Yr ateb
officers-planned = Daw’n gyhoeddus ar { $when }.
officers-saved = Cadwyd gan <bdi>{ $name }</bdi>, { $when }
officers-locked = Mae <bdi>{ $name }</bdi> yn ysgrifennu’r ateb hwn, tan { $when } o leiaf. Mae’r hyn a deipiwch yn aros yma, ond ni ellir ei gadw cyn hynny.
officers-theirs = Cadwodd <bdi>{ $name }</bdi> ddrafft mwy newydd, { $when }. Mae’ch un chi isod, fel y’i teipiwyd. Cadwch eto i’w roi yn lle’r geiriau hyn:
officers-give-first = Does gan yr un adran y syniad hwn. Cewch ysgrifennu drafft; rhowch ef i adran cyn ei gyhoeddi.
officers-asked = Mae cydweithiwr yn gofyn am eich cytundeb. Darllenwch ef, a chyhoeddwch ef fel y mae.
officers-outcome = Beth mae’r cyngor yn ei ateb
officers-until = O ba ddydd y gellir gofyn eto
officers-refer-to = Pwy sy’n ei benderfynu, a sut i’w cyrraedd
officers-reasons = Pam
officers-reasons-hint = Dechreuwch gyda’r hyn y byddech yn ei ddweud wyneb yn wyneb. Caiff pennawd heb ddim oddi tano ei adael allan.
officers-long = Mae’r rhan fwyaf o’r brawddegau’n hir: { $average } gair ar gyfartaledd. Mae mwy o bobl yn darllen rhai byrrach.
officers-arguments = Beth ddaeth o ddadleuon pobl
officers-arguments-hint = Dewisol. Ysgrifennwch ar ôl y sylwadau rydych yn eu hystyried; caiff y llinellau eraill eu gadael allan.
officers-next-step = Beth sy’n digwydd nesaf (dewisol)
officers-next-date = Erbyn pryd (dewisol)
officers-role = Ym mha rôl rydych yn ateb
officers-role-hint = Mae’n sefyll o dan yr ateb: “Pennaeth Parciau”.
officers-more = Costau, syniadau eraill, rhagor o sylwadau, iaith
officers-cost = Beth mae’n ei gostio
officers-others = Syniadau eraill y mae hwn yn eu hateb hefyd
officers-others-hint = Eu rhifau, gyda choma: 12, 34
officers-credits = Rhagor o sylwadau a ddefnyddiodd yr ateb
officers-credits-hint = Eu rhifau, gyda choma: 3, 7. Mae blychau i’w ticio ar gyfer y rhai uchod.
officers-do-keep = Cadw’r drafft
officers-do-preview = Rhagolwg
officers-do-publish = Cyhoeddi nawr
officers-do-approval = Gofyn am gymeradwyaeth
officers-do-approve = Cymeradwyo a chyhoeddi
officers-do-schedule = Cyhoeddi bryd hynny
officers-do-discard = Taflu’r drafft i ffwrdd
officers-later = Cyhoeddi ar amser
officers-at = Pryd y daw’n gyhoeddus
officers-at-hint = Ar gloc y cyngor ei hun.
officers-autosaved = Drafft wedi’i gadw.
officers-autosave-clash = Mae gan rywun arall y drafft hwn ar agor neu fe’i newidiodd. Pwyswch “Cadw’r drafft” i weld eu geiriau nhw.
officers-autosave-set = Heb ei gadw: mae’r ateb hwn yn aros am ei amser neu am gydweithiwr. Pwyswch y botwm i’w dynnu’n ôl.
officers-autosave-failed = Heb ei gadw. Pwyswch y botwm isod i weld pam.
officers-skeleton-asked = Beth ofynnoch chi
officers-skeleton-found = Beth ganfuom ni
officers-skeleton-why = Beth benderfynom ni, a pham
officers-skeleton-comment = Sylw { $comment }
notice-desk-clock = Mae’r cloc wedi’i newid. Mae pawb yn darllen pam.
notice-desk-handed = Mae gan yr adran ef nawr.
notice-desk-taken = Rydych chi wedi’i gymryd.
notice-desk-given-back = Rydych chi wedi’i roi yn ôl.
notice-desk-noted = Mae’r nodyn wedi’i ychwanegu.
notice-desk-draft-kept = Mae’r drafft wedi’i gadw. Dim ond staff all ei ddarllen.
notice-desk-draft-dropped = Mae’r drafft wedi mynd.
notice-desk-approval = Gofynnwyd i’ch cydweithwyr ei gymeradwyo.
notice-desk-scheduled = Daw’n gyhoeddus ohono’i hun, ar yr amser hwnnw.
notice-desk-published = Mae’r ateb yn gyhoeddus. Bydd pawb sy’n dilyn y syniad yn clywed amdano.
effort-inputs = Meysydd a botymau a ddefnyddioch ar gyfer hyn:
effort-minutes = Munudau, wedi’u talgrynnu i fyny:
problem-officers-changed = Newidiodd rhywun ef yn y cyfamser. Edrychwch eto, yna ceisiwch unwaith eto.
problem-officers-locked = Mae’r drafft hwn ar agor gan gydweithiwr. Mae’r hyn a deipioch yn aros yma: cadwch ef eto wedyn.
problem-officers-gone = Cyhoeddwyd neu taflwyd y drafft hwn yn y cyfamser. Cadwch eto i ddechrau un newydd.
problem-officers-numbers-invalid = Ysgrifennwch rifau’n unig, gyda choma rhyngddynt: 12, 34.
problem-officers-act-empty = Dewiswch beth sy’n digwydd i’r cloc.
problem-publish-at-past = Dewiswch amser sydd eto i ddod.
problem-publish-at-invalid = Dewiswch y dydd a’r amser y daw’n gyhoeddus.
problem-publish-nobodys = Rhowch ef i adran yn gyntaf.
problem-two-people-own = Rhaid i rywun arall gymeradwyo’r hyn a ysgrifennoch.
problem-two-people-not-asked = Yn yr adran hon mae ail swyddog yn cymeradwyo atebion. Gofynnwch am hynny’n gyntaf.
problem-two-people-revised-alone = Yn yr adran hon mae dau berson yn cytuno ar ateb. Gofynnwch i rywun sy’n rhedeg y wefan ei ddiwygio.
problem-reply-others-no-such-idea = Does dim syniad { $number } y gellir ei ateb.
problem-reply-others-cannot-move = Ni ellir ateb syniad { $number } mwyach: edrychwch ble mae’n sefyll nawr.
problem-reply-others-not-yours = Adran arall sy’n arwain ar syniad { $number }. Gofynnwch i’r adran honno ei ateb.
problem-reply-others-answered = Mae syniad { $number } wedi’i ateb eisoes. Diwygiwch yr ateb hwnnw yn lle hynny.
problem-assign-already = Mae gan yr adran hon ef felly eisoes.
problem-promise-kept = Mae’r addewid hwn wedi’i gadw.
problem-promise-paused = Mae’r cloc wedi stopio eisoes.
problem-promise-running = Mae’r cloc yn rhedeg eisoes.
problem-promise-late = Mae’r diwrnod wedi mynd heibio. Mae’r addewid hwn yn hwyr, ac felly y bydd.
problem-promise-reply = Cedwir yr addewid hwn trwy ateb.
problem-promise-days-out-of-range = Rhowch rhwng 1 a { $most } diwrnod gwaith iddo.
problem-outcome-empty = Dewiswch beth mae’r cyngor yn ei ateb.
problem-reply-outcome-cannot-move = Ni all statws y syniad symud felly mwyach.
problem-step-kind-twice = Dim ond unwaith y gellir rhoi pob math o addewid.

officers-template = Dechreuwch â thempled
officers-template-hint = Daw ei eiriau i’r ffurflen isod, i chi eu newid. Mae’r hyn a deipioch yn aros.
officers-template-choose = Dewiswch dempled
officers-template-replace = Rhowch ei eiriau yn lle’r hyn a deipiais
officers-template-do = Defnyddio’r templed hwn
officers-template-filled = Mae geiriau’r templed yn y ffurflen. Does dim wedi’i gadw eto.
officers-template-kept = Roedd gennych eich geiriau eich hun yma, ac maent yn aros:
officers-template-gaps = Does dim yn hysbys am y rhain. Ysgrifennwch eiriau yn eu lle cyn cyhoeddi:
officers-template-field-outcome = Beth mae’r cyngor yn ei ateb
officers-template-field-refer-to = Pwy sy’n penderfynu, a sut i’w cyrraedd
officers-template-field-reasons = Pam
officers-template-field-arguments = Beth ddaeth o ddadleuon pobl
officers-template-field-next-step = Beth sy’n digwydd nesaf
officers-template-field-cost = Beth mae’n ei gostio
template-variable-title = teitl y syniad
template-variable-number = rhif y syniad
template-variable-author = enw cyhoeddus ei awdur
template-variable-supporters = faint sy’n ei gefnogi
template-variable-department = yr adran sy’n ateb
template-variable-role = y rôl yr ydych yn ateb ynddi
template-variable-promised-day = y diwrnod yr addawyd ateb erbyn
templates-title = Templedi ar gyfer atebion
templates-lead = Geiriau i ddechrau ateb â nhw. Mae pawb mewn adran yn eu rhannu.
templates-new = Templed newydd
templates-none = Does dim templed eto.
templates-retired = Wedi’i ymddeol
templates-changed = Newidiwyd { $when }
templates-of = Ar gyfer { $department }
templates-theirs = Cadwodd rhywun eiriau mwy newydd, { $when }. Mae eich rhai chi isod, fel y’u teipioch. Cadwch eto i’w rhoi yn lle’r rhain:
templates-variables = Beth mae’r rhaglen yn ei lenwi
templates-variables-hint = Ysgrifennwch y rhain lle dylai’r ateb enwi rhywbeth o’i syniad:
templates-name = Enw
templates-name-hint = Dim ond swyddogion sy’n ei weld, wrth ddewis templed.
templates-department = Adran
templates-outcome-open = Gadewch ef yn agored
templates-arguments = Beth ddaeth o ddadleuon pobl (dewisol)
templates-cost = Beth mae’n ei gostio (dewisol)
templates-retire = Ymddeol y templed hwn
templates-retire-more = Ni chynigir templed sydd wedi’i ymddeol i neb. Mae’n aros yma, a gellir ei gynnig eto.
templates-offer = Ei gynnig eto
notice-template-saved = Mae’r templed wedi’i gadw.
notice-template-retired = Mae’r templed wedi’i ymddeol.
notice-template-offered = Cynigir y templed eto.
problem-template-unknown-variable = Does dim newidyn { $named }. Cymerwch un o’r rhestr o newidynnau.
problem-template-variable-left = Mae newidyn ar ôl yma: { $named }. Rhowch eiriau yn ei le.
problem-template-empty = Dewiswch dempled.
problem-template-gone = Nid yw’r templed hwn yn cael ei gynnig mwyach. Dewiswch un arall.
problem-template-department-empty = Dewiswch dempled pwy ydyw.
problem-template-title-too-many = Mae gan yr adran ddigon o dempledi. Ymddeolwch un yn gyntaf.
reply-revise = Diwygio’r ateb hwn
revise-title = Diwygio ateb a gyhoeddwyd
revise-back = Tudalen gyhoeddus y syniad
revise-lead = Mae’r hyn a ddywedodd hyd yma yn aros i bawb ei ddarllen, gyda’ch rheswm.
revise-theirs-title = Beth mae’n ei ddweud nawr
revise-theirs = Diwygiodd rhywun yr ateb hwn, { $when }. Mae eich geiriau isod, fel y’u teipioch. Cyhoeddwch eto i’w rhoi yn lle’r rhain:
revise-why = Pam mae’n dweud rhywbeth arall nawr
revise-why-hint = Mae pawb yn darllen hwn.
revise-do = Cyhoeddi’r diwygiad
notice-desk-revised = Mae’r ateb wedi’i ddiwygio. Mae’r hyn a ddywedodd o’r blaen yn aros yn ei hanes.
