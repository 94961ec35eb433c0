<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy" sourcelanguage="en_GB">
<context>
    <name>Algorithms</name>
    <message>
        <location filename="../../ui/algorithms/tables.py"/>
        <source>  {title}: weight {weight}, correlation with the domain {r}, coverage {coverage}</source>
        <translation>  {title}: pwysiad {weight}, cydberthyniad â'r maes {r}, cwmpas {coverage}</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/methodnote_steps.py"/>
        <source> or </source>
        <translation> neu </translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>'As fits' writes names where they fit and numbers, listed beside, where they do not.</source>
        <translation>Mae 'Yn ôl y lle' yn ysgrifennu enwau lle maent yn ffitio, a rhifau, a restrir wrth ymyl, lle nad ydynt.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/methodnote.py"/>
        <source>A PDF of one page, or a Markdown file (.md), by its ending.</source>
        <translation>PDF o un dudalen, neu ffeil Markdown (.md), yn ôl y terfyniad.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/atlas.py"/>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>A PDF with all pages; or a folder (a name without .pdf), which gets a PDF for each page. Files that are there are replaced.</source>
        <translation>PDF â'r holl dudalennau; neu ffolder (enw heb .pdf), sy'n cael PDF ar gyfer pob tudalen. Caiff ffeiliau sydd yno eu disodli.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/printmap.py"/>
        <source>A PDF, PNG or SVG file, by its ending. A file that is there is replaced.</source>
        <translation>Ffeil PDF, PNG neu SVG, yn ôl ei therfyniad. Caiff ffeil sydd yno ei disodli.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>A layer made by 'Map community need and deprivation'.</source>
        <translation>Haen a wnaed gan 'Mapio angen cymunedol ac amddifadedd'.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/result_input.py"/>
        <source>A layer made by 'Map community need and deprivation'. 'Selected features only' shows just those.</source>
        <translation>Haen a wnaed gan 'Mapio angen cymunedol ac amddifadedd'. Mae 'Selected features only' yn dangos y rheini'n unig.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/printmap.py"/>
        <source>A layer of your project that is drawn under the areas, such as streets.</source>
        <translation>Haen yn eich project a lunnir o dan yr ardaloedd, megis strydoedd.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>A layout template of your own (.qpt) may be given here by its path.</source>
        <translation>Gellir rhoi yma lwybr eich templed cynllun eich hun (.qpt).</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/atlas.py"/>
        <source>A page for each area</source>
        <translation>Tudalen i bob ardal</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/atlas.py"/>
        <source>A page for each district</source>
        <translation>Tudalen i bob awdurdod lleol</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/example.py"/>
        <source>A page to print</source>
        <translation>Tudalen i'w hargraffu</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>A picture for the corner of the page: PNG, JPEG or SVG.</source>
        <translation>Llun ar gyfer cornel y dudalen: PNG, JPEG neu SVG.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>A place counts as near an area within this distance of its edge. CNI 2019: 1,000 m.</source>
        <translation>Mae lle yn cyfrif fel un sy'n agos at ardal os yw o fewn y pellter hwn i'w hymyl. CNI 2019: 1,000 m.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/areadeprivation.py"/>
        <source>A table with the codes of the areas to rank. All areas of the look-up when left blank.</source>
        <translation>Tabl â chodau'r ardaloedd i'w gosod mewn trefn. Holl ardaloedd y tabl cyswllt os yw'n wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap_steps.py"/>
        <source>Adding up residents</source>
        <translation>Yn adio'r preswylwyr</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>All areas</source>
        <translation>Pob ardal</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>All that fit when none is chosen: rates need residents, a share needs polygons.</source>
        <translation>Pob un sy'n addas os na ddewisir yr un: mae angen preswylwyr ar gyfer cyfraddau, a pholygonau ar gyfer cyfran.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/profiles_steps.py"/>
        <source>Area profiles: {index}</source>
        <translation>Proffiliau ardaloedd: {index}</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/index.py"/>
        <source>Areas ranked</source>
        <translation>Ardaloedd a osodwyd mewn trefn</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>As fits</source>
        <translation>Yn ôl y lle</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/atlas.py"/>
        <source>Atlas</source>
        <translation>Atlas</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/printmap.py"/>
        <source>Base map</source>
        <translation>Map sylfaen</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Boundaries of the areas</source>
        <translation>Ffiniau'r ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/areadeprivation.py"/>
        <source>Bring deprivation to areas</source>
        <translation>Dod ag amddifadedd i ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Carry a table to other areas</source>
        <translation>Trosglwyddo tabl i ardaloedd eraill</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge_steps.py"/>
        <source>Carrying the columns</source>
        <translation>Yn trosglwyddo'r colofnau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>Colours</source>
        <translation>Lliwiau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Column of area codes</source>
        <translation>Colofn codau'r ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>Column of area codes in the second</source>
        <translation>Colofn codau'r ardaloedd yn yr ail</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Column of area codes in the table</source>
        <translation>Colofn codau'r ardaloedd yn y tabl</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Column of area names</source>
        <translation>Colofn enwau'r ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>Column of codes of the places</source>
        <translation>Colofn codau'r lleoedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>Column of codes of the places in their look-up</source>
        <translation>Colofn codau'r lleoedd yn eu tabl cyswllt</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>Column of middle codes in the first</source>
        <translation>Colofn y codau canol yn y cyntaf</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>Column of middle codes in the second</source>
        <translation>Colofn y codau canol yn yr ail</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>Column of names of the patches</source>
        <translation>Colofn enwau'r darnau o dir</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>Column of names of the places</source>
        <translation>Colofn enwau'r lleoedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Column of residents</source>
        <translation>Colofn y preswylwyr</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>Column of residents in the first</source>
        <translation>Colofn y preswylwyr yn y cyntaf</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>Column of residents in the look-up to the places</source>
        <translation>Colofn y preswylwyr yn y tabl cyswllt i'r lleoedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>Column of residents in the second</source>
        <translation>Colofn y preswylwyr yn yr ail</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Column of residents of these points</source>
        <translation>Colofn preswylwyr y pwyntiau hyn</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>Column of small-area codes in the first</source>
        <translation>Colofn codau'r ardaloedd bach yn y cyntaf</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>Column of small-area codes in the look-up to the places</source>
        <translation>Colofn codau'r ardaloedd bach yn y tabl cyswllt i'r lleoedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Column of the other codes</source>
        <translation>Colofn y codau eraill</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Column of the table's codes</source>
        <translation>Colofn codau'r tabl</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Column of weights</source>
        <translation>Colofn y pwysiadau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Column that weights averages and majorities</source>
        <translation>Colofn sy'n pwyso'r cyfartaleddau a'r mwyafrifoedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Columns by majority</source>
        <translation>Colofnau yn ôl mwyafrif</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Columns to average</source>
        <translation>Colofnau i'w cyfartaleddu</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Columns to sum</source>
        <translation>Colofnau i'w hadio</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/result.py"/>
        <source>Comparing need and deprivation</source>
        <translation>Yn cymharu angen ac amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/index.py"/>
        <source>Compute an index</source>
        <translation>Cyfrifo mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/index.py"/>
        <location filename="../../ui/algorithms/map_steps.py"/>
        <source>Computing the index</source>
        <translation>Yn cyfrifo'r mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Coordinate system to measure in</source>
        <translation>System gyfesurynnau i fesur ynddi</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Count places in and near areas</source>
        <translation>Cyfrif lleoedd mewn ardaloedd a gerllaw</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places_steps.py"/>
        <source>Counting places</source>
        <translation>Yn cyfrif lleoedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Counts: people, households, places, money.</source>
        <translation>Cyfrifon: pobl, cartrefi, lleoedd, arian.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download.py"/>
        <source>Data set</source>
        <translation>Set ddata</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/areadeprivation.py"/>
        <source>Deprivation by area</source>
        <translation>Amddifadedd yn ôl ardal</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/result_algorithm.py"/>
        <source>Deprived areas that are not left behind</source>
        <translation>Ardaloedd difreintiedig nad ydynt wedi'u gadael ar ôl</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>Describe other places by a result</source>
        <translation>Disgrifio lleoedd eraill yn ôl canlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Different places in or near any area</source>
        <translation>Lleoedd gwahanol mewn unrhyw ardal neu'n agos ati</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Distance (metres)</source>
        <translation>Pellter (metrau)</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download.py"/>
        <source>Download again</source>
        <translation>Lawrlwytho eto</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download.py"/>
        <source>Download official data</source>
        <translation>Lawrlwytho data swyddogol</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download.py"/>
        <source>Downloaded data</source>
        <translation>Data a lawrlwythwyd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/printmap.py"/>
        <source>Drawing that can be edited (*.svg)</source>
        <translation>Llun y gellir ei olygu (*.svg)</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>Estimate by land area</source>
        <translation>Amcangyfrif yn ôl arwynebedd tir</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/export.py"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Gweithlyfr Excel (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/export.py"/>
        <source>Export a result</source>
        <translation>Allforio canlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/export.py"/>
        <source>Exported result</source>
        <translation>Canlyniad a allforiwyd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download_steps.py"/>
        <source>Fetching {name}</source>
        <translation>Yn nôl {name}</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>First look-up</source>
        <translation>Tabl cyswllt cyntaf</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download.py"/>
        <source>For a data set that comes from a map service: only what meets this rectangle.</source>
        <translation>Ar gyfer set ddata sy'n dod o wasanaeth mapiau: dim ond yr hyn sy'n cyffwrdd â'r petryal hwn.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>For example the number of a committee paper.</source>
        <translation>Er enghraifft rhif papur pwyllgor.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/result_input.py"/>
        <source>For example: "district_name" = 'Leeds'. Ranks do not change.</source>
        <translation>Er enghraifft: "district_name" = 'Leeds'. Nid yw'r safleoedd yn newid.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>For the rates. </source>
        <translation>Ar gyfer y cyfraddau. </translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <location filename="../../ui/algorithms/overlap.py"/>
        <location filename="../../ui/algorithms/places.py"/>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>Found by its name when left blank.</source>
        <translation>Fe'i ceir yn ôl ei henw os yw'n wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>Found by its name when left blank; places without codes are numbered.</source>
        <translation>Fe'i ceir yn ôl ei henw os yw'n wag; rhoddir rhif i leoedd heb god.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>From the areas in the middle to the areas wanted, for example LSOAs of 2011 to wards of 2017.</source>
        <translation>O'r ardaloedd yn y canol i'r ardaloedd a geisir, er enghraifft ardaloedd LSOA 2011 i wardiau 2017.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>From the small areas to the areas in the middle, for example LSOAs of 2021 to LSOAs of 2011.</source>
        <translation>O'r ardaloedd bach i'r ardaloedd yn y canol, er enghraifft ardaloedd LSOA 2021 i ardaloedd LSOA 2011.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/export.py"/>
        <source>GeoPackage with styles (*.gpkg)</source>
        <translation>GeoPackage gydag arddulliau (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/result_algorithm.py"/>
        <source>High need areas that are not left behind</source>
        <translation>Ardaloedd ag angen uchel nad ydynt wedi'u gadael ar ôl</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/methodnote.py"/>
        <source>Holds all of the note where the PDF has to be shortened to its page.</source>
        <translation>Mae'n cynnwys y nodyn cyfan lle mae'n rhaid byrhau'r PDF i ffitio ar ei dudalen.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>In colour</source>
        <translation>Mewn lliw</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>In greys, for a black-and-white printer</source>
        <translation>Mewn llwyd, ar gyfer argraffydd du a gwyn</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/atlas.py"/>
        <source>In the order of their names.</source>
        <translation>Yn nhrefn eu henwau.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Indicators from places</source>
        <translation>Dangosyddion o leoedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/export.py"/>
        <source>Its ending says what is written: .gpkg, .xlsx, .csv, .qgz or .qgs. A name without an ending is a folder, which gets a project with its GeoPackages, a workbook and a CSV file.</source>
        <translation>Mae ei derfyniad yn dweud beth a ysgrifennir: .gpkg, .xlsx, .csv, .qgz neu .qgs. Ffolder yw enw heb derfyniad, ac mae'n cael project gyda'i GeoPackages, gweithlyfr a ffeil CSV.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>Join two look-ups</source>
        <translation>Uno dau dabl cyswllt</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>Joined look-up</source>
        <translation>Tabl cyswllt wedi'i uno</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups_steps.py"/>
        <source>Joining the look-ups</source>
        <translation>Yn uno'r tablau cyswllt</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Kinds, such as urban or rural: the commonest.</source>
        <translation>Mathau, megis trefol neu wledig: yr un mwyaf cyffredin.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/result_algorithm.py"/>
        <source>Left behind areas</source>
        <translation>Ardaloedd wedi'u gadael ar ôl</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/printmap.py"/>
        <source>Left behind areas on the page</source>
        <translation>Ardaloedd wedi'u gadael ar ôl ar y dudalen</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/atlas.py"/>
        <source>Left behind areas on the pages</source>
        <translation>Ardaloedd wedi'u gadael ar ôl ar y tudalennau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>Left behind areas only</source>
        <translation>Ardaloedd wedi'u gadael ar ôl yn unig</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/result_algorithm.py"/>
        <source>Left behind overlay</source>
        <translation>Troshaen wedi'u gadael ar ôl</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/result.py"/>
        <source>Limit on community need</source>
        <translation>Terfyn ar angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/result.py"/>
        <source>Limit on deprivation</source>
        <translation>Terfyn ar amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>Look-up from small areas to the places</source>
        <translation>Tabl cyswllt o ardaloedd bach i'r lleoedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Look-up to the other areas</source>
        <translation>Tabl cyswllt i'r ardaloedd eraill</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/printmap_steps.py"/>
        <source>Making the page</source>
        <translation>Yn gwneud y dudalen</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/map.py"/>
        <source>Map community need and deprivation</source>
        <translation>Mapio angen cymunedol ac amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/methodnote.py"/>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Measures</source>
        <translation>Mesurau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap_steps.py"/>
        <source>Measuring shared land</source>
        <translation>Yn mesur y tir a rennir</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/methodnote.py"/>
        <source>Method note</source>
        <translation>Nodyn dull</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Must be in metres. Layers in other systems are transformed.</source>
        <translation>Rhaid iddi fod mewn metrau. Caiff haenau mewn systemau eraill eu trawsnewid.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>Names on the map</source>
        <translation>Enwau ar y map</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>None</source>
        <translation>Dim</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>Notes</source>
        <translation>Nodiadau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>One row for each area, whatever its geography and year.</source>
        <translation>Un rhes i bob ardal, beth bynnag ei daearyddiaeth a'i blwyddyn.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download.py"/>
        <source>Only rows where</source>
        <translation>Dim ond rhesi lle</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>Only where nothing says where people live: spreads the residents of each area evenly over its land.</source>
        <translation>Dim ond lle nad oes dim yn dweud ble mae pobl yn byw: mae'n taenu preswylwyr pob ardal yn gyson dros ei thir.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download.py"/>
        <source>Only within</source>
        <translation>Dim ond o fewn</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download.py"/>
        <source>Otherwise a copy that was downloaded before is used, and its date is told.</source>
        <translation>Fel arall defnyddir copi a lawrlwythwyd o'r blaen, a nodir ei ddyddiad.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/leftbehind.py"/>
        <source>Overlay finished scores</source>
        <translation>Troshaenu sgoriau gorffenedig</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/atlas.py"/>
        <location filename="../../ui/algorithms/example.py"/>
        <location filename="../../ui/algorithms/methodnote.py"/>
        <location filename="../../ui/algorithms/printmap.py"/>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/atlas_steps.py"/>
        <source>Page {number} of {total}: {name}</source>
        <translation>Tudalen {number} o {total}: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/atlas.py"/>
        <source>Pages</source>
        <translation>Tudalennau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/atlas.py"/>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>Pages written</source>
        <translation>Tudalennau a ysgrifennwyd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>Patches</source>
        <translation>Darnau o dir</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/printmap.py"/>
        <source>Picture (*.png)</source>
        <translation>Llun (*.png)</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Places</source>
        <translation>Lleoedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>Places described by the result</source>
        <translation>Lleoedd a ddisgrifir yn ôl y canlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>Places to describe</source>
        <translation>Lleoedd i'w disgrifio</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap_steps.py"/>
        <source>Placing the small areas</source>
        <translation>Yn lleoli'r ardaloedd bach</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Points of small areas with their residents. Distances then start from the middle of where people live.</source>
        <translation>Pwyntiau ardaloedd bach gyda'u preswylwyr. Yna mae pellteroedd yn dechrau o ganol y man lle mae pobl yn byw.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Points, lines or polygons: libraries, footpaths, parks. Each feature is one place.</source>
        <translation>Pwyntiau, llinellau neu bolygonau: llyfrgelloedd, llwybrau, parciau. Mae pob nodwedd yn un lle.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>Polygons of today's wards, or a patch that you drew. Not needed where the look-up below names them.</source>
        <translation>Polygonau wardiau heddiw, neu ddarn o dir a luniwyd gennych. Nid oes eu hangen lle mae'r tabl cyswllt isod yn eu henwi.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Polygons of wards, LSOAs or other areas. 'Selected features only' counts for just those.</source>
        <translation>Polygonau wardiau, ardaloedd LSOA neu ardaloedd eraill. Mae 'Selected features only' yn cyfrif ar gyfer y rheini'n unig.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>Polygons that fit no area, each of which gets a page: shares of its residents, no rank of its own. Areas then get pages only where some are selected or chosen above.</source>
        <translation>Polygonau nad ydynt yn cyfateb i unrhyw ardal; caiff pob un dudalen: cyfrannau ei breswylwyr, ond dim safle ei hun. Yna dim ond lle mae rhai wedi'u dewis, ar y map neu uchod, y caiff ardaloedd dudalennau.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/printmap.py"/>
        <source>Print a map</source>
        <translation>Argraffu map</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/atlas.py"/>
        <source>Print an atlas</source>
        <translation>Argraffu atlas</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>Print area profiles</source>
        <translation>Argraffu proffiliau ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/printmap.py"/>
        <source>Printed page</source>
        <translation>Tudalen a argraffwyd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>Printed with the sources, after what is always said there.</source>
        <translation>Fe'i hargreffir gyda'r ffynonellau, ar ôl yr hyn a ddywedir yno bob amser.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>Profiles</source>
        <translation>Proffiliau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/export.py"/>
        <source>QGIS project with its GeoPackages (*.qgz *.qgs)</source>
        <translation>Project QGIS gyda'i GeoPackages (*.qgz *.qgs)</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/areadeprivation.py"/>
        <source>Rank only these areas</source>
        <translation>Gosod yr ardaloedd hyn yn unig mewn trefn</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Rates, shares, scores, prices, distances.</source>
        <translation>Cyfraddau, cyfrannau, sgoriau, prisiau, pellteroedd.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places_steps.py"/>
        <source>Reading the areas</source>
        <translation>Yn darllen yr ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/leftbehind_steps.py"/>
        <location filename="../../ui/algorithms/map_steps.py"/>
        <source>Reading the boundaries</source>
        <translation>Yn darllen y ffiniau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/map_steps.py"/>
        <source>Reading the community need tables</source>
        <translation>Yn darllen y tablau angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/areadeprivation_steps.py"/>
        <location filename="../../ui/algorithms/map_steps.py"/>
        <source>Reading the deprivation table</source>
        <translation>Yn darllen y tabl amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge_steps.py"/>
        <source>Reading the look-up</source>
        <translation>Yn darllen y tabl cyswllt</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups_steps.py"/>
        <source>Reading the look-ups</source>
        <translation>Yn darllen y tablau cyswllt</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places_steps.py"/>
        <source>Reading the places</source>
        <translation>Yn darllen y lleoedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap_steps.py"/>
        <source>Reading the result</source>
        <translation>Yn darllen y canlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/leftbehind_steps.py"/>
        <source>Reading the scores</source>
        <translation>Yn darllen y sgoriau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap_steps.py"/>
        <source>Reading the small areas</source>
        <translation>Yn darllen yr ardaloedd bach</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge_steps.py"/>
        <source>Reading the table</source>
        <translation>Yn darllen y tabl</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/index.py"/>
        <source>Reading the tables</source>
        <translation>Yn darllen y tablau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download_steps.py"/>
        <source>Reading {name}</source>
        <translation>Yn darllen {name}</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>Reference number</source>
        <translation>Cyfeirnod</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Residents of each area of the table. The look-up's weights when left blank.</source>
        <translation>Preswylwyr pob ardal yn y tabl. Pwysiadau'r tabl cyswllt os yw'n wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>Residents of each row, used before any other. Found by its name when left blank.</source>
        <translation>Preswylwyr pob rhes, a ddefnyddir cyn unrhyw rai eraill. Fe'i ceir yn ôl ei henw os yw'n wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>Residents of each row, which tell how a middle area is shared between areas. Found by its name when left blank.</source>
        <translation>Preswylwyr pob rhes, sy'n dweud sut y rhennir ardal ganol rhwng ardaloedd. Fe'i ceir yn ôl ei henw os yw'n wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>Residents of each row. Found by its name when left blank. Where the first has none, the second's residents are shared out.</source>
        <translation>Preswylwyr pob rhes. Fe'i ceir yn ôl ei henw os yw'n wag. Lle nad oes rhai gan y cyntaf, rhennir preswylwyr yr ail.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Residents of each row. Found by its name when left blank. Where there are none, an area that is split is shared equally between its parts.</source>
        <translation>Preswylwyr pob rhes. Fe'i ceir yn ôl ei henw os yw'n wag. Lle nad oes rhai, rhennir ardal sydd wedi'i hollti yn gyfartal rhwng ei rhannau.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <location filename="../../ui/algorithms/result_input.py"/>
        <source>Result</source>
        <translation>Canlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download.py"/>
        <source>Rows</source>
        <translation>Rhesi</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download.py"/>
        <source>SQL for a data set that comes from a map service. For example: LAD24CD = 'E06000010'</source>
        <translation>SQL ar gyfer set ddata sy'n dod o wasanaeth mapiau. Er enghraifft: LAD24CD = 'E06000010'</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/index.py"/>
        <source>Scores, ranks and deciles</source>
        <translation>Sgoriau, safleoedd a degraddau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/chainlookups.py"/>
        <source>Second look-up</source>
        <translation>Ail dabl cyswllt</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/result_input.py"/>
        <source>Show only areas where</source>
        <translation>Dangos ardaloedd dim ond lle</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>Subtitle</source>
        <translation>Is-deitl</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/areadeprivation_steps.py"/>
        <source>Summing up to areas</source>
        <translation>Yn crynhoi fesul ardal</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/export.py"/>
        <source>Table as text (*.csv)</source>
        <translation>Tabl fel testun (*.csv)</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Table by the other areas</source>
        <translation>Tabl yn ôl yr ardaloedd eraill</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Table to carry</source>
        <translation>Tabl i'w drosglwyddo</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>Template</source>
        <translation>Templed</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>Template of the pages about areas</source>
        <translation>Templed y tudalennau am ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>Template of the pages about patches</source>
        <translation>Templed y tudalennau am ddarnau o dir</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <location filename="../../ui/algorithms/profiles.py"/>
        <source>The colours hold on most copiers; the greys are made for one.</source>
        <translation>Mae'r lliwiau'n dal eu tir ar y rhan fwyaf o gopïwyr; gwnaed y rhai llwyd ar gyfer un.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download.py"/>
        <source>The id of a catalogue entry, such as iod-2019-file-7, or file.json#id for an entry of your own file.</source>
        <translation>Dynodydd cofnod yn y catalog, megis iod-2019-file-7, neu file.json#id am gofnod yn eich ffeil eich hun.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/methodnote.py"/>
        <source>The note as Markdown as well</source>
        <translation>Y nodyn fel Markdown hefyd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/example.py"/>
        <source>The result on a page of A4, as a PDF file.</source>
        <translation>Y canlyniad ar dudalen A4, fel ffeil PDF.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>Theme of the map</source>
        <translation>Thema'r map</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>Title</source>
        <translation>Teitl</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/example.py"/>
        <source>Try the example: a made-up county</source>
        <translation>Rhoi cynnig ar yr enghraifft: sir ddychmygol</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>Where people live</source>
        <translation>Lle mae pobl yn byw</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/overlap.py"/>
        <source>Where small areas lie in the places. Points are placed by where they stand when this is left blank.</source>
        <translation>Ble mae'r ardaloedd bach yn y lleoedd. Caiff pwyntiau eu lleoli yn ôl eu safle ar y map os yw hwn yn wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/bridge.py"/>
        <source>Which of the other areas each area of the table, or part of one, lies in.</source>
        <translation>Ym mha un o'r ardaloedd eraill y mae pob ardal yn y tabl, neu ran ohoni.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/methodnote.py"/>
        <source>Write a method note</source>
        <translation>Ysgrifennu nodyn dull</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/profiles_steps.py"/>
        <source>Writing the pages</source>
        <translation>Yn ysgrifennu'r tudalennau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download_steps.py"/>
        <location filename="../../ui/algorithms/export_steps.py"/>
        <location filename="../../ui/algorithms/methodnote_steps.py"/>
        <location filename="../../ui/algorithms/printmap_steps.py"/>
        <location filename="../../ui/algorithms/result.py"/>
        <location filename="../../ui/algorithms/tables.py"/>
        <source>Writing {name}</source>
        <translation>Yn ysgrifennu {name}</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>Written for you when left blank.</source>
        <translation>Fe'i hysgrifennir ar eich cyfer os yw'n wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>a3_triptych (three maps side by side), a3_landscape, a3_portrait, a4_landscape or a4_portrait; or the path of a layout template of your own (.qpt).</source>
        <translation>a3_triptych (tri map ochr yn ochr), a3_landscape, a3_portrait, a4_landscape neu a4_portrait; neu lwybr eich templed cynllun eich hun (.qpt).</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>count: places inside the area</source>
        <translation>count: lleoedd y tu mewn i'r ardal</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>count_within: places inside or within the distance</source>
        <translation>count_within: lleoedd y tu mewn neu o fewn y pellter</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/base.py"/>
        <source>en</source>
        <translation>cy</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>nearest_m: metres to the nearest place</source>
        <translation>nearest_m: metrau i'r lle agosaf</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/page_parameters.py"/>
        <source>overlay (left behind areas), cni or imd (deciles), bivariate (both in one), or the id of a domain, such as civic_assets. A page with three maps shows cni, imd and overlay whatever is chosen here.</source>
        <translation>overlay (ardaloedd wedi'u gadael ar ôl), cni neu imd (degraddau), bivariate (y ddau mewn un), neu ddynodydd maes, megis civic_assets. Mae tudalen â thri map yn dangos cni, imd ac overlay beth bynnag a ddewisir yma.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>per_1000: count_within per 1,000 residents of the area (CNI 2019 style)</source>
        <translation>per_1000: count_within fesul 1,000 o breswylwyr yr ardal (yn null CNI 2019)</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>per_1000_catchment: count_within per 1,000 residents of the area and the ring around it</source>
        <translation>per_1000_catchment: count_within fesul 1,000 o breswylwyr yr ardal a'r cylch o'i chwmpas</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/leftbehind_steps.py"/>
        <source>scores of {table}</source>
        <translation>sgoriau {table}</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/places.py"/>
        <source>share: share of the area that the places cover</source>
        <translation>share: cyfran yr ardal y mae'r lleoedd yn ei gorchuddio</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/tables.py"/>
        <source>{domain}: Cronbach's alpha {alpha}</source>
        <translation>{domain}: alffa Cronbach {alpha}</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/atlas_steps.py"/>
        <source>{text} (Pages: {names})</source>
        <translation>{text} (Tudalennau: {names})</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/download_steps.py"/>
        <source>{title}. Publisher: {publisher}. Of: {vintage}. Downloaded: {day}. {notes}</source>
        <translation>{title}. Cyhoeddwr: {publisher}. Dyddiad y data: {vintage}. Lawrlwythwyd: {day}. {notes}</translation>
    </message>
</context>
<context>
    <name>ChangeLayer</name>
    <message>
        <location filename="../../ui/maps/change_layer.py"/>
        <source>Community need: rank {first} before, {second} after</source>
        <translation>Angen cymunedol: safle {first} cynt, {second} wedyn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/change_layer.py"/>
        <source>Joined: inside both limits only in the second run ({count})</source>
        <translation>Ymunodd: y tu mewn i'r ddau derfyn yn yr ail rediad yn unig ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/change_layer.py"/>
        <source>Left: inside both limits only in the first run ({count})</source>
        <translation>Gadawodd: y tu mewn i'r ddau derfyn yn y rhediad cyntaf yn unig ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/change_layer.py"/>
        <source>Only in one of the runs ({count})</source>
        <translation>Yn un o'r rhediadau yn unig ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/change_layer.py"/>
        <source>Other: inside both limits in neither run ({count})</source>
        <translation>Arall: heb fod y tu mewn i'r ddau derfyn yn y naill rediad na'r llall ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/change_layer.py"/>
        <source>Stayed: inside both limits in both runs ({count})</source>
        <translation>Arhosodd: y tu mewn i'r ddau derfyn yn y ddau rediad ({count})</translation>
    </message>
</context>
<context>
    <name>ChartExport</name>
    <message>
        <location filename="../../ui/dialogs/charts/export.py"/>
        <source>Copy</source>
        <translation>Copïo</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/export.py"/>
        <source>Drawing that can be edited (*.svg)</source>
        <translation>Llun y gellir ei olygu (*.svg)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/export.py"/>
        <source>Picture (*.png)</source>
        <translation>Llun (*.png)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/export.py"/>
        <source>Save this chart</source>
        <translation>Cadw'r siart hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/export.py"/>
        <source>Save this chart…</source>
        <translation>Cadw'r siart hwn…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/export.py"/>
        <source>The chart could not be saved as {path}: {reason}. Choose another folder or name.</source>
        <translation>Nid oedd modd cadw'r siart fel {path}: {reason}. Dewiswch ffolder neu enw arall.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/export.py"/>
        <source>The chart was copied.</source>
        <translation>Copïwyd y siart.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/export.py"/>
        <source>The chart was not saved as {name}: choose a name that ends in .png or .svg.</source>
        <translation>Ni chadwyd y siart fel {name}: dewiswch enw sy'n gorffen yn .png neu .svg.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/export.py"/>
        <source>The chart was saved as {path}.</source>
        <translation>Cadwyd y siart fel {path}.</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <location filename="../../ui/dialogs/charts/painting.py"/>
        <source>1 area</source>
        <translation>1 ardal</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/painting.py"/>
        <source>{count} areas</source>
        <translation>{count} ardal</translation>
    </message>
</context>
<context>
    <name>DecileGrid</name>
    <message>
        <location filename="../../ui/dialogs/charts/decile_grid.py"/>
        <source>Decile grid</source>
        <translation>Grid degraddau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/decile_grid.py"/>
        <source>IMD decile (1 = most deprived)</source>
        <translation>Degradd IMD (1 = mwyaf difreintiedig)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/decile_grid.py"/>
        <source>Left behind</source>
        <translation>Wedi'u gadael ar ôl</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/decile_grid.py"/>
        <source>No corner is outlined: a limit runs through a decile.</source>
        <translation>Nid oes cornel wedi'i hamlinellu: mae terfyn yn mynd drwy ddegradd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/decile_grid.py"/>
        <source>Outlined: {name}, worst {cni}% on {index} and worst {imd}% on IMD</source>
        <translation>Wedi'u hamlinellu: {name}, {cni}% gwaethaf ar {index} a {imd}% gwaethaf ar IMD</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/decile_grid.py"/>
        <source>Outlined: {name}, worst {percent}% on both</source>
        <translation>Wedi'u hamlinellu: {name}, {percent}% gwaethaf ar y ddau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/decile_grid.py"/>
        <source>There are no deciles to show yet.</source>
        <translation>Nid oes degraddau i'w dangos eto.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/decile_grid.py"/>
        <source>{index} decile (1 = most need)</source>
        <translation>Degradd {index} (1 = mwyaf o angen)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/decile_grid.py"/>
        <source>{index} decile {cni}, IMD decile {imd}: {areas}</source>
        <translation>Degradd {index} {cni}, degradd IMD {imd}: {areas}</translation>
    </message>
</context>
<context>
    <name>DefinitionWidget</name>
    <message>
        <location filename="../../ui/dialogs/definition_widget.py"/>
        <source>An index that comes with the plugin, or the path of a definition file</source>
        <translation>Mynegai sy'n dod gyda'r ategyn, neu lwybr ffeil ddiffiniad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/definition_widget.py"/>
        <source>Choose a definition file</source>
        <translation>Dewis ffeil ddiffiniad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/definition_widget.py"/>
        <source>Definition (*.json)</source>
        <translation>Diffiniad (*.json)</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <location filename="../../ui/dialogs/print_preview.py"/>
        <source>&amp;100%</source>
        <translation>&amp;100%</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>&amp;Boundaries of the areas</source>
        <translation>&amp;Ffiniau'r ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>&amp;Colours</source>
        <translation>Lli&amp;wiau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>&amp;Copy this run</source>
        <translation>&amp;Copïo'r rhediad hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>&amp;Deprivation table</source>
        <translation>Tabl &amp;amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>&amp;First run</source>
        <translation>Rhediad c&amp;yntaf</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_preview.py"/>
        <source>&amp;Fit</source>
        <translation>&amp;Ffitio</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>&amp;Get boundaries…</source>
        <translation>&amp;Cael ffiniau…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>&amp;Get the tables…</source>
        <translation>&amp;Cael y tablau…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_dialog.py"/>
        <source>&amp;Help</source>
        <translation>Cymort&amp;h</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>&amp;Labels</source>
        <translation>La&amp;beli</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>&amp;Look-up from small areas to areas</source>
        <translation>Tabl cy&amp;swllt o ardaloedd bach i ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>&amp;Make a change layer</source>
        <translation>&amp;Gwneud haen newid</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>&amp;Map shows</source>
        <translation>&amp;Mae'r map yn dangos</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>&amp;New run</source>
        <translation>Rhediad &amp;newydd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>&amp;Notes</source>
        <translation>&amp;Nodiadau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>&amp;Page</source>
        <translation>&amp;Tudalen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>&amp;Rename…</source>
        <translation>&amp;Ailenwi…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_dialog.py"/>
        <source>&amp;Save as PDF, PNG or SVG…</source>
        <translation>C&amp;adw fel PDF, PNG neu SVG…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>&amp;Title</source>
        <translation>Te&amp;itl</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>&amp;Which result</source>
        <translation>Pa &amp;ganlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_edits.py"/>
        <source>'{index}' comes with its parts and columns, so that everybody's maps of it can be compared.</source>
        <translation>Daw '{index}' gyda'i rannau a'i golofnau, fel y gellir cymharu mapiau pawb ohono.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>'{index}' is not saved in your indices.</source>
        <translation>Nid yw '{index}' wedi'i gadw yn eich mynegeion.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>'{index}' stays as it is: the indicator is added to a copy of your own, '{copy}'.</source>
        <translation>Mae '{index}' yn aros fel y mae: ychwanegir y dangosydd at eich copi eich hun, '{copy}'.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>A layer of polygons: wards, LSOAs or other areas, each with its code</source>
        <translation>Haen o bolygonau: wardiau, ardaloedd LSOA neu ardaloedd eraill, pob un â'i chod</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>A layer of this project that is drawn under the areas</source>
        <translation>Haen yn y project hwn a lunnir o dan yr ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>A layer of who joined, left and stayed</source>
        <translation>Haen sy'n dangos pa ardaloedd a ymunodd, a adawodd ac a arhosodd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>A map for each district, in one file</source>
        <translation>Map i bob awdurdod lleol, mewn un ffeil</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>A new domain…</source>
        <translation>Maes newydd…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>A page for a committee paper, seen as you make it: paper, areas, title, labels</source>
        <translation>Tudalen ar gyfer papur pwyllgor, i'w gweld wrth ichi ei gwneud: papur, ardaloedd, teitl, labeli</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>A page for each area: where it stands, why, and what is like it</source>
        <translation>Tudalen i bob ardal: ble mae'n sefyll, pam, a beth sy'n debyg iddi</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_dialog.py"/>
        <source>A page like this for every district, in one file</source>
        <translation>Tudalen fel hon i bob awdurdod lleol, mewn un ffeil</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>A picture for the corner of the page, where the template has a place for one</source>
        <translation>Llun ar gyfer cornel y dudalen, lle mae gan y templed le i un</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>A published index keeps its name. Duplicate it as your own first.</source>
        <translation>Mae mynegai cyhoeddedig yn cadw ei enw. Dyblygwch ef fel eich un chi yn gyntaf.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>A rate out of few people is shaky; this leans on the district's where they are few</source>
        <translation>Mae cyfradd allan o ychydig o bobl yn ansicr; mae hyn yn dibynnu ar gyfradd yr awdurdod lleol lle maent yn brin</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>A sentence of your own, printed with the sources</source>
        <translation>Brawddeg o'ch eiddo eich hun, a argreffir gyda'r ffynonellau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>A&amp;reas</source>
        <translation>A&amp;rdaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>A3 landscape, one map</source>
        <translation>A3 tirlun, un map</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>A3 landscape, three maps</source>
        <translation>A3 tirlun, tri map</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>A3 portrait, one map</source>
        <translation>A3 portread, un map</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>A4 landscape, one map</source>
        <translation>A4 tirlun, un map</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>A4 portrait, one map</source>
        <translation>A4 portread, un map</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Add</source>
        <translation>Ychwanegu</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>Add a column of any table of the project to the index</source>
        <translation>Ychwanegu colofn o unrhyw dabl yn y project at y mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/layer_picker.py"/>
        <source>Add a file to the project, such as a GeoPackage, Shapefile, CSV or Excel file</source>
        <translation>Ychwanegu ffeil at y project, megis ffeil GeoPackage, Shapefile, CSV neu Excel</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>Add a table to the project, and tick it: CSV, Excel, GeoPackage or another format</source>
        <translation>Ychwanegu tabl at y project, a'i dicio: CSV, Excel, GeoPackage neu fformat arall</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Add an indicator</source>
        <translation>Ychwanegu dangosydd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>Add indicator…</source>
        <translation>Ychwanegu dangosydd…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/open_tables.py"/>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>Add tables</source>
        <translation>Ychwanegu tablau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>Add {part}</source>
        <translation>Ychwanegu {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Add, copy, rename, remove or compare runs</source>
        <translation>Ychwanegu, copïo, ailenwi, tynnu neu gymharu rhediadau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>All</source>
        <translation>Pob un</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_views.py"/>
        <source>All areas ({count})</source>
        <translation>Pob ardal ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/district_list.py"/>
        <source>All areas are in one district.</source>
        <translation>Mae pob ardal mewn un awdurdod lleol.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>All areas of the result</source>
        <translation>Holl ardaloedd y canlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>All areas, as CSV or as an Excel workbook</source>
        <translation>Pob ardal, fel CSV neu fel gweithlyfr Excel</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>All columns of the result, one row for each area</source>
        <translation>Holl golofnau'r canlyniad, un rhes i bob ardal</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/open_tables.py"/>
        <source>All files (*)</source>
        <translation>Pob ffeil (*)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>All is ready. Choose where to save, then press 'Make layers'.</source>
        <translation>Mae popeth yn barod. Dewiswch ble i gadw, yna pwyswch 'Gwneud haenau'.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/district_list.py"/>
        <source>All {count} districts are shown. Tick some to show only those.</source>
        <translation>Dangosir pob un o'r {count} awdurdod lleol. Ticiwch rai i ddangos y rheini'n unig.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_preview.py"/>
        <source>All {total} {areas} ranked have a deprivation score.</source>
        <translation>Mae gan bob un o'r {total} o {areas} yn y drefn sgôr amddifadedd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/downloads.py"/>
        <source>Another data set…</source>
        <translation>Set ddata arall…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_columns.py"/>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Area</source>
        <translation>Ardal</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Area &amp;codes</source>
        <translation>C&amp;odau'r ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Area &amp;names</source>
        <translation>&amp;Enwau'r ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Area profiles…</source>
        <translation>Proffiliau ardaloedd…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/counts_table.py"/>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Areas</source>
        <translation>Ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_views.py"/>
        <source>Areas of the two runs</source>
        <translation>Ardaloedd y ddau rediad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>Areas that join or leave</source>
        <translation>Ardaloedd sy'n ymuno neu'n gadael</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Areas that only one of the runs has: {count}.</source>
        <translation>Ardaloedd sydd yn un o'r rhediadau'n unig: {count}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_preview.py"/>
        <source>Areas without a score: {areas}</source>
        <translation>Ardaloedd heb sgôr: {areas}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>As a picture, or as a drawing to edit</source>
        <translation>Fel delwedd, neu fel llun i'w olygu</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>As it was saved. What your changes would do is said below the pages; 'Keep' saves them.</source>
        <translation>Fel y'i cadwyd. Dywedir o dan y tudalennau beth fyddai eich newidiadau'n ei wneud; mae 'Cadw' yn eu cadw.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_preview.py"/>
        <source>As large as on paper</source>
        <translation>Mor fawr ag ar bapur</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>Automatic</source>
        <translation>Awtomatig</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Automatic: names where most of them have room, else numbers that a list explains</source>
        <translation>Awtomatig: enwau lle mae lle i'r rhan fwyaf ohonynt, fel arall rhifau a esbonnir mewn rhestr</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/dock.py"/>
        <source>CNI Mapper</source>
        <translation>CNI Mapper</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/help_window.py"/>
        <source>CNI Mapper: help</source>
        <translation>CNI Mapper: cymorth</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Careful: these {count} {areas} are then compared with one another only. Some of them always come out as the worst, however well they do, and the map says 'among the {count} areas supplied'.</source>
        <translation>Gofal: yna cymherir y {count} o {areas} hyn â'i gilydd yn unig. Bydd rhai ohonynt bob amser yn dod allan fel y gwaethaf, ni waeth pa mor dda ydynt, ac mae'r map yn dweud 'ymhlith y {count} ardal a roddwyd'.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/cures.py"/>
        <source>Carry the table to other areas…</source>
        <translation>Trosglwyddo'r tabl i ardaloedd eraill…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Category</source>
        <translation>Categori</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Change</source>
        <translation>Newid</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/change_file.py"/>
        <source>Change from {first} to {second}</source>
        <translation>Newid o {first} i {second}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/read_again.py"/>
        <source>Changed since they were read: {files}.</source>
        <translation>Wedi newid ers eu darllen: {files}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Choose a column</source>
        <translation>Dewis colofn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Choose a definition file</source>
        <translation>Dewis ffeil ddiffiniad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/layer_picker.py"/>
        <source>Choose a file</source>
        <translation>Dewis ffeil</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/output_path.py"/>
        <source>Choose a file to save the result in.</source>
        <translation>Dewiswch ffeil i gadw'r canlyniad ynddi.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Choose a layer…</source>
        <translation>Dewis haen…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Choose a logo</source>
        <translation>Dewis logo</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Choose a look-up first.</source>
        <translation>Dewiswch dabl cyswllt yn gyntaf.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Choose a table…</source>
        <translation>Dewis tabl…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/page_widgets.py"/>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Choose a template</source>
        <translation>Dewis templed</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Choose boundaries</source>
        <translation>Dewis ffiniau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Choose districts</source>
        <translation>Dewis awdurdodau lleol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Choose the boundaries first.</source>
        <translation>Dewiswch y ffiniau yn gyntaf.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Choose the boundaries first: their districts are listed here.</source>
        <translation>Dewiswch y ffiniau yn gyntaf: rhestrir eu hawdurdodau lleol yma.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Choose the column that holds the values.</source>
        <translation>Dewiswch y golofn sy'n cynnwys y gwerthoedd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Choose the deprivation table</source>
        <translation>Dewis y tabl amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Choose the layer with the boundaries of your wards or other areas, or get official ones.</source>
        <translation>Dewiswch yr haen â ffiniau eich wardiau neu ardaloedd eraill, neu ewch i gael rhai swyddogol.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Choose the look-up</source>
        <translation>Dewis y tabl cyswllt</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Choose the table first.</source>
        <translation>Dewiswch y tabl yn gyntaf.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Choose the table of deprivation scores, by area or by small area (LSOA), or get the official ones.</source>
        <translation>Dewiswch y tabl sgoriau amddifadedd, yn ôl ardal neu yn ôl ardal fach (LSOA), neu ewch i gael y rhai swyddogol.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>Choose two different runs.</source>
        <translation>Dewiswch ddau rediad gwahanol.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <location filename="../../ui/dialogs/session.py"/>
        <source>Choose where to save</source>
        <translation>Dewis lle i gadw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>Choose where to save the result</source>
        <translation>Dewis ble i gadw'r canlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Choose {index}</source>
        <translation>Dewis {index}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/reasons.py"/>
        <source>Choose {inputs} first.</source>
        <translation>Dewiswch y canlynol yn gyntaf: {inputs}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/column_pickers.py"/>
        <source>Choose {what}</source>
        <translation>Dewis {what}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Chosen for you, as the only layer of the project that fits.</source>
        <translation>Fe'i dewiswyd i chi, fel yr unig haen addas yn y project.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Chosen for you, as the only one that fits.</source>
        <translation>Fe'i dewiswyd i chi, fel yr unig un addas.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Click a cell to select its areas on the map, or go there with the arrow keys and press Enter.</source>
        <translation>Cliciwch ar gell i ddewis ei hardaloedd ar y map, neu ewch yno gyda'r saethau a phwyswch Enter.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>Click an area, or press Enter, to see it on the map</source>
        <translation>Cliciwch ar ardal, neu pwyswch Enter, i'w gweld ar y map</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <location filename="../../ui/dialogs/print_dialog.py"/>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>Codes such as {example} are of no kind that CNI Mapper knows.</source>
        <translation>Nid yw codau megis {example} o unrhyw fath y mae CNI Mapper yn ei adnabod.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>Column</source>
        <translation>Colofn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>Column of {part}</source>
        <translation>Colofn {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>Column that holds the values</source>
        <translation>Colofn sy'n cynnwys y gwerthoedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>Column that the values are divided by</source>
        <translation>Colofn y rhennir y gwerthoedd â hi</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Com&amp;pare runs…</source>
        <translation>Cy&amp;mharu rhediadau…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Comes with CNI Mapper</source>
        <translation>Daw gyda CNI Mapper</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_state.py"/>
        <source>Comes with CNI Mapper, with your own weights.</source>
        <translation>Daw gyda CNI Mapper, gyda'ch pwysiadau eich hun.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_state.py"/>
        <source>Comes with CNI Mapper. It is not a publishers' index.</source>
        <translation>Daw gyda CNI Mapper. Nid mynegai cyhoeddwyr ydyw.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>Community need, in deciles</source>
        <translation>Angen cymunedol, mewn degraddau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>Community need: the worst</source>
        <translation>Angen cymunedol: y gwaethaf</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>Compare runs</source>
        <translation>Cymharu rhediadau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Compare runs: {reason}</source>
        <translation>Cymharu rhediadau: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Compare runs…</source>
        <translation>Cymharu rhediadau…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>Compared by</source>
        <translation>Cymharu yn ôl</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>Comparing two runs</source>
        <translation>Yn cymharu dau rediad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Copy, name, save, pass on or take back the index</source>
        <translation>Copïo, enwi, cadw, trosglwyddo neu adfer y mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>Count libraries, parks or other places in and near each area, to add the result</source>
        <translation>Cyfrif llyfrgelloedd, parciau neu leoedd eraill ym mhob ardal a gerllaw, i ychwanegu'r canlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>Count places…</source>
        <translation>Cyfrif lleoedd…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_dialog.py"/>
        <source>D&amp;istricts as an atlas…</source>
        <translation>Awdurdodau lleol fel atla&amp;s…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Decile {cni} of need, decile {imd} of deprivation</source>
        <translation>Degradd angen {cni}, degradd amddifadedd {imd}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Delete</source>
        <translation>Dileu</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Delete from my indices?</source>
        <translation>Dileu o'm mynegeion?</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Delete from my indices…</source>
        <translation>Dileu o'm mynegeion…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Deprivation</source>
        <translation>Amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_preview.py"/>
        <source>Deprivation score</source>
        <translation>Sgôr amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>Deprivation, in deciles</source>
        <translation>Amddifadedd, mewn degraddau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>Deprivation: the worst</source>
        <translation>Amddifadedd: y gwaethaf</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Describe other places…</source>
        <translation>Disgrifio lleoedd eraill…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/notice_list.py"/>
        <source>Details</source>
        <translation>Manylion</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/notice_list.py"/>
        <source>Details…</source>
        <translation>Manylion…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>Direction of {part}</source>
        <translation>Cyfeiriad {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_columns.py"/>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>District</source>
        <translation>Awdurdod lleol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>District codes</source>
        <translation>Codau awdurdodau lleol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>District names</source>
        <translation>Enwau awdurdodau lleol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Districts as an atlas…</source>
        <translation>Awdurdodau lleol fel atlas…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <location filename="../../ui/dialogs/pages/district_list.py"/>
        <source>Districts to show</source>
        <translation>Awdurdodau lleol i'w dangos</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>Districts…</source>
        <translation>Awdurdodau lleol…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>Divided by</source>
        <translation>Wedi'i rannu â</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Domain</source>
        <translation>Maes</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Domain it belongs to</source>
        <translation>Maes y mae'n perthyn iddo</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>Domains and indicators</source>
        <translation>Meysydd a dangosyddion</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_views.py"/>
        <source>Double-click an area, or press Enter, to see it on the map</source>
        <translation>Cliciwch ddwywaith ar ardal, neu pwyswch Enter, i'w gweld ar y map</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Download official boundaries from their publisher and add them to this project</source>
        <translation>Lawrlwytho ffiniau swyddogol gan eu cyhoeddwr a'u hychwanegu at y project hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Download the official tables and look-ups from their publishers and add them to this project</source>
        <translation>Lawrlwytho'r tablau a'r tablau cyswllt swyddogol gan eu cyhoeddwyr a'u hychwanegu at y project hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>Draw the rates of small areas towards their district's</source>
        <translation>Tynnu cyfraddau ardaloedd bach at rai eu hawdurdod</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_file.py"/>
        <source>Drawing that can be edited (*.svg)</source>
        <translation>Llun y gellir ei olygu (*.svg)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_work.py"/>
        <source>Drawing the page…</source>
        <translation>Yn llunio'r dudalen…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Duplicate as my own</source>
        <translation>Dyblygu fel fy un i</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Duplicate as my own…</source>
        <translation>Dyblygu fel fy un i…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Duplicate it as your own first.</source>
        <translation>Dyblygwch ef fel eich un chi yn gyntaf.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Duplicate {index}</source>
        <translation>Dyblygu {index}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>Each {area} has its own score in the table.</source>
        <translation>Mae gan bob {area} ei sgôr ei hun yn y tabl.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>Each {area}'s score is the average of its {small}, weighted by residents (column {column}).</source>
        <translation>Sgôr pob {area} yw cyfartaledd sgoriau'r {small} sydd ynddi, wedi'i bwyso yn ôl preswylwyr (colofn {column}).</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>Each {area}'s score is the average of its {small}, weighted by the residents of each part that lies in it (column {column}).</source>
        <translation>Sgôr pob {area} yw cyfartaledd sgoriau'r {small} sydd ynddi, wedi'i bwyso yn ôl preswylwyr pob rhan sydd ynddi (colofn {column}).</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>Each {area}'s score is the plain average of its {small}: no column of residents was found, so each of them counts the same.</source>
        <translation>Sgôr pob {area} yw cyfartaledd syml sgoriau'r {small} sydd ynddi: ni chafwyd colofn preswylwyr, felly mae pob un ohonynt yn cyfrif yr un fath.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/notice_list.py"/>
        <source>Every code that this is about, to copy</source>
        <translation>Pob cod y mae hyn yn ymwneud ag ef, i'w gopïo</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>Every column of {index} is found. Next: Deprivation.</source>
        <translation>Cafwyd pob colofn ar gyfer {index}. Nesaf: Amddifadedd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/example.py"/>
        <source>Example: Sampleshire</source>
        <translation>Enghraifft: Sampleshire</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/example.py"/>
        <source>Example: community needs</source>
        <translation>Enghraifft: anghenion cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/example.py"/>
        <source>Example: deprivation</source>
        <translation>Enghraifft: amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/example.py"/>
        <source>Example: wards</source>
        <translation>Enghraifft: wardiau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/example.py"/>
        <source>Example: where people live</source>
        <translation>Enghraifft: lle mae pobl yn byw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/example.py"/>
        <source>Example: which ward each small area is in</source>
        <translation>Enghraifft: ym mha ward y mae pob ardal fach</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/table_export.py"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Gweithlyfr Excel (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Export (GeoPackage, CSV, Excel, project)…</source>
        <translation>Allforio (GeoPackage, CSV, Excel, project)…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Export the index</source>
        <translation>Allforio'r mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Export…</source>
        <translation>Allforio…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>Extremes</source>
        <translation>Eithafion</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Fewer than 100 areas are ranked, so that not even one place is within 1% of them.</source>
        <translation>Mae llai na 100 ardal yn y drefn, felly nid yw hyd yn oed un lle o fewn 1% ohonynt.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/district_list.py"/>
        <source>Find a district</source>
        <translation>Canfod awdurdod lleol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_views.py"/>
        <source>Find an area or a district</source>
        <translation>Canfod ardal neu awdurdod lleol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/map_zoom.py"/>
        <source>Finding the districts</source>
        <translation>Yn canfod yr awdurdodau lleol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>First run</source>
        <translation>Rhediad cyntaf</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>For a rate: the column of residents, households or whatever the values are out of</source>
        <translation>Ar gyfer cyfradd: colofn y preswylwyr, y cartrefi neu beth bynnag y mae'r gwerthoedd yn gyfran ohono</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>For colleagues: layers with their colours, tables by district, and a project that needs no plugin</source>
        <translation>Ar gyfer cydweithwyr: haenau gyda'u lliwiau, tablau yn ôl awdurdod lleol, a phroject nad oes angen ategyn arno</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/direction.py"/>
        <source>For what communities live from, such as libraries or turnout at elections</source>
        <translation>Ar gyfer yr hyn sy'n cynnal cymunedau, megis llyfrgelloedd neu'r nifer sy'n pleidleisio mewn etholiadau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/direction.py"/>
        <source>For what communities suffer from, such as minutes to a surgery or empty shops</source>
        <translation>Ar gyfer yr hyn y mae cymunedau'n dioddef ohono, megis munudau i feddygfa neu siopau gwag</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/column_pickers.py"/>
        <source>Found: {column}</source>
        <translation>Cafwyd: {column}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <location filename="../../ui/dialogs/pages/layer_picker.py"/>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>From a file…</source>
        <translation>O ffeil…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/downloads.py"/>
        <source>From {publisher}. Licence: {licence}</source>
        <translation>Gan {publisher}. Trwydded: {licence}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>From {small_count} {small} to {area_count} {areas}.</source>
        <translation>O {small_count} o {small} i {area_count} o {areas}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Give the indicator a name.</source>
        <translation>Rhowch enw i'r dangosydd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Give the new domain a name.</source>
        <translation>Rhowch enw i'r maes newydd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>Go back to what the result layers show. Undo brings the changes back.</source>
        <translation>Mynd yn ôl at yr hyn y mae haenau'r canlyniad yn ei ddangos. Mae Dadwneud yn dod â'r newidiadau yn ôl.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Go on without saving</source>
        <translation>Mynd ymlaen heb gadw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/result_summary.py"/>
        <source>Good to know ({count})</source>
        <translation>Da gwybod ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>Grey</source>
        <translation>Llwyd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Grey is for black-and-white printers</source>
        <translation>Mae llwyd ar gyfer argraffwyr du a gwyn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/help_window.py"/>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Help</source>
        <translation>Cymorth</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Help on the page in front</source>
        <translation>Cymorth ar y dudalen sydd o'ch blaen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/dock.py"/>
        <location filename="../../ui/dialogs/work_line.py"/>
        <source>How far the work is</source>
        <translation>Pa mor bell y mae'r gwaith wedi mynd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>How indicators in different units are made comparable</source>
        <translation>Sut y gwneir dangosyddion mewn unedau gwahanol yn gymaradwy</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>How many people live in each row's part</source>
        <translation>Faint o bobl sy'n byw yn rhan pob rhes</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>How many people live there is not known.</source>
        <translation>Nid yw'n hysbys faint o bobl sy'n byw yno.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/near_miss_table.py"/>
        <source>How many places an area lacks to be inside the limit on community need</source>
        <translation>Nifer y lleoedd y mae ardal yn brin ohonynt i fod y tu mewn i'r terfyn ar angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/near_miss_table.py"/>
        <source>How many places an area lacks to be inside the limit on deprivation</source>
        <translation>Nifer y lleoedd y mae ardal yn brin ohonynt i fod y tu mewn i'r terfyn ar amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>How this map was made…</source>
        <translation>Sut y gwnaed y map hwn…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/near_miss_table.py"/>
        <source>IMD:
short by</source>
        <translation>IMD:
yn brin o</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Import an index</source>
        <translation>Mewnforio mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Import…</source>
        <translation>Mewnforio…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>In the first run → in the second run</source>
        <translation>Yn y rhediad cyntaf → yn yr ail rediad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>Index</source>
        <translation>Mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Index definitions (*.json)</source>
        <translation>Diffiniadau mynegai (*.json)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Inside both limits are {before} areas in '{first}' and {after} in '{second}': {joined} joined, {left} left, {stayed} stayed.</source>
        <translation>Y tu mewn i'r ddau derfyn mae {before} ardal yn '{first}' a {after} yn '{second}': ymunodd {joined}, gadawodd {left}, arhosodd {stayed}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>It is not one of your saved indices.</source>
        <translation>Nid yw'n un o'ch mynegeion a gadwyd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>It is saved as it is.</source>
        <translation>Mae wedi'i gadw fel y mae.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>It is the only part of its domain. Remove the domain instead, or add another part first.</source>
        <translation>Dyma unig ran y maes. Tynnwch y maes yn lle hynny, neu ychwanegwch ran arall yn gyntaf.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>Its score is put together from the parts below it.</source>
        <translation>Rhoddir y sgôr at ei gilydd o'r rhannau oddi tano.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/cures.py"/>
        <source>Join two look-ups…</source>
        <translation>Uno dau dabl cyswllt…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Joined</source>
        <translation>Ymunodd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_views.py"/>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>Joined ({count})</source>
        <translation>Ymunodd ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>Keep</source>
        <translation>Cadw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>Keep cannot be used now. {reason}</source>
        <translation>Ni ellir defnyddio Cadw nawr. {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>Kind of weights of {part}</source>
        <translation>Math o bwysiadau {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>L&amp;ogo</source>
        <translation>&amp;Logo</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/page_widgets.py"/>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Layout templates of QGIS (*.qpt)</source>
        <translation>Templedi cynllun QGIS (*.qpt)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>Leave out {table}</source>
        <translation>Hepgor {table}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/cures.py"/>
        <source>Leave the look-up blank</source>
        <translation>Gadael y tabl cyswllt yn wag</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Left</source>
        <translation>Gadawodd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_views.py"/>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>Left ({count})</source>
        <translation>Gadawodd ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>Left behind areas</source>
        <translation>Ardaloedd wedi'u gadael ar ôl</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>Left behind only</source>
        <translation>Wedi'u gadael ar ôl yn unig</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Left blank, the finding in one sentence</source>
        <translation>Os yw'n wag, y canfyddiad mewn un frawddeg</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Left blank, the title is what you see here in grey</source>
        <translation>Os yw'n wag, y teitl yw'r hyn a welwch yma mewn llwyd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits.py"/>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>Limit on community need</source>
        <translation>Terfyn ar angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits.py"/>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>Limit on deprivation</source>
        <translation>Terfyn ar amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>Limits as a number of areas</source>
        <translation>Terfynau fel nifer o ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>Limits in</source>
        <translation>Terfynau fel</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>Limits in percent</source>
        <translation>Terfynau fel canran</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_edits.py"/>
        <source>Lock {part}</source>
        <translation>Cloi {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Look further</source>
        <translation>Edrych ymhellach</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Look-up: from</source>
        <translation>Tabl cyswllt: o</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Look-up: residents</source>
        <translation>Tabl cyswllt: preswylwyr</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Look-up: to</source>
        <translation>Tabl cyswllt: i</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/values_view.py"/>
        <source>Looking at a column</source>
        <translation>Yn edrych ar golofn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/looks.py"/>
        <source>Looking at codes</source>
        <translation>Yn edrych ar godau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_sources.py"/>
        <source>Looking at the tables</source>
        <translation>Yn edrych ar y tablau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Looking at the tables…</source>
        <translation>Yn edrych ar y tablau…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/looks.py"/>
        <source>Looking at {name}</source>
        <translation>Yn edrych ar {name}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Looking at {name}…</source>
        <translation>Yn edrych ar {name}…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>Made from other data than is chosen now. 'Make layers' brings it up to date.</source>
        <translation>Fe'i gwnaed o ddata gwahanol i'r hyn a ddewisir nawr. Mae 'Gwneud haenau' yn ei ddiweddaru.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_edits.py"/>
        <source>Make it my own</source>
        <translation>Ei wneud yn un i mi</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_edits.py"/>
        <source>Make it your own?</source>
        <translation>Ei wneud yn un i chi?</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>Make layers</source>
        <translation>Gwneud haenau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Make the layers first.</source>
        <translation>Gwnewch yr haenau yn gyntaf.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/cures.py"/>
        <source>Makes a table by the areas or the year that you need, by a look-up from one to the other</source>
        <translation>Mae'n gwneud tabl yn ôl yr ardaloedd neu'r flwyddyn sydd eu hangen arnoch, drwy dabl cyswllt o'r naill i'r llall</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/cures.py"/>
        <source>Makes one look-up of two: LSOAs of 2021 to LSOAs of 2011, and LSOAs of 2011 to wards, for example</source>
        <translation>Mae'n gwneud un tabl cyswllt o ddau: ardaloedd LSOA 2021 i ardaloedd LSOA 2011, ac ardaloedd LSOA 2011 i wardiau, er enghraifft</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>Making the change layer</source>
        <translation>Yn gwneud yr haen newid</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Map &amp;underneath</source>
        <translation>Map &amp;oddi tano</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/fresh_run.py"/>
        <source>Map 1</source>
        <translation>Map 1</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Map {number}</source>
        <translation>Map {number}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Maps made from it stay, and this run keeps it until you choose another index.</source>
        <translation>Mae mapiau a wnaed ohono yn aros, ac mae'r rhediad hwn yn ei gadw nes ichi ddewis mynegai arall.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>More</source>
        <translation>Rhagor</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>More columns</source>
        <translation>Rhagor o golofnau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>More: columns</source>
        <translation>Rhagor: colofnau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Moved</source>
        <translation>Symud</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_views.py"/>
        <source>Moved ({count})</source>
        <translation>Symudodd ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>My indices</source>
        <translation>Fy mynegeion</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_edits.py"/>
        <source>My {index}</source>
        <translation>Fy {index}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Name of the indicator</source>
        <translation>Enw'r dangosydd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Name of the new domain</source>
        <translation>Enw'r maes newydd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Name of the run</source>
        <translation>Enw'r rhediad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/near_miss_table.py"/>
        <source>Near misses</source>
        <translation>Agos at y terfyn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Near misses ({count})</source>
        <translation>Agos at y terfyn ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Need</source>
        <translation>Angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Need against deprivation</source>
        <translation>Angen yn erbyn amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>Need and deprivation together</source>
        <translation>Angen ac amddifadedd gyda'i gilydd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/near_miss_table.py"/>
        <source>Need:
short by</source>
        <translation>Angen:
yn brin o</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/dock.py"/>
        <source>Next</source>
        <translation>Nesaf</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Next: make the layers, on the page Results.</source>
        <translation>Nesaf: gwneud yr haenau, ar y dudalen Canlyniadau.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_areas.py"/>
        <source>No area has been clicked. Press 'Inspect an area' in the panel and click one on the map.</source>
        <translation>Ni chliciwyd ar unrhyw ardal. Pwyswch 'Archwilio ardal' yn y panel a chliciwch ar un ar y map.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_areas.py"/>
        <source>No area is selected. Select some in a layer of the result, on the map.</source>
        <translation>Ni ddewiswyd ardal. Dewiswch rai mewn haen o'r canlyniad, ar y map.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>No area joins.</source>
        <translation>Nid oes ardal yn ymuno.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>No area leaves.</source>
        <translation>Nid oes ardal yn gadael.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>No area shown is that near: 1% of the areas ranked is {most}.</source>
        <translation>Nid oes ardal a ddangosir mor agos â hynny: 1% o'r ardaloedd yn y drefn yw {most}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/read_again.py"/>
        <source>No layer is chosen yet</source>
        <translation>Ni ddewiswyd haen eto</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>No look-up</source>
        <translation>Dim tabl cyswllt</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>No table of counts was made, so there is nothing to add.</source>
        <translation>Ni wnaed tabl o gyfrifon, felly nid oes dim i'w ychwanegu.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>No value</source>
        <translation>Dim gwerth</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>None</source>
        <translation>Dim</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/column_pickers.py"/>
        <source>None found</source>
        <translation>Ni chafwyd un</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>None of its columns is one that this index asks for.</source>
        <translation>Nid oes yr un o'i golofnau'n un y mae'r mynegai hwn yn gofyn amdani.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>None of {ranked} {areas}: choose a higher limit.</source>
        <translation>Dim un o'r {ranked} o {areas}: dewiswch derfyn uwch.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/district_list.py"/>
        <source>Not among these boundaries: {districts}. Press 'Show all'.</source>
        <translation>Heb fod ymhlith y ffiniau hyn: {districts}. Pwyswch 'Dangos pob un'.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Not needed: the table is by area.</source>
        <translation>Nid oes ei angen: mae'r tabl yn ôl ardal.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Not saved yet: keep it, or reset, at the foot of the panel.</source>
        <translation>Heb ei gadw eto: cadwch ef, neu ailosodwch, ar waelod y panel.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Nothing has been changed.</source>
        <translation>Ni newidiwyd dim.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Nothing to redo</source>
        <translation>Dim i'w ail-wneud</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Nothing to undo</source>
        <translation>Dim i'w ddadwneud</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>One page in plain words: data, method, limits, what to mind, and how to repeat it</source>
        <translation>Un dudalen mewn geiriau plaen: data, dull, terfynau, beth i'w gadw mewn cof, a sut i'w ailadrodd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_views.py"/>
        <source>Only in one run ({count})</source>
        <translation>Mewn un rhediad yn unig ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Only in the first</source>
        <translation>Yn y cyntaf yn unig</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Only in the second</source>
        <translation>Yn yr ail yn unig</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>Only {ranked} {areas} are ranked: choose a lower number.</source>
        <translation>Dim ond {ranked} o {areas} sydd yn y drefn: dewiswch rif is.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_dialog.py"/>
        <source>Open in the layout &amp;designer</source>
        <translation>Agor &amp;yn y dylunydd cynlluniau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Otherwise ranks are taken over all the areas in your tables, whichever of them you show.</source>
        <translation>Fel arall cymerir y safleoedd dros yr holl ardaloedd yn eich tablau, pa rai bynnag a ddangoswch.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Outside by at most {most} places, 1% of the areas ranked. Double-click an area, or press Enter, to see it on the map.</source>
        <translation>Y tu allan o {most} lle ar y mwyaf, 1% o'r ardaloedd yn y drefn. Cliciwch ddwywaith ar ardal, neu pwyswch Enter, i'w gweld ar y map.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Outside by one place, 1% of the areas ranked. Double-click an area, or press Enter, to see it on the map.</source>
        <translation>Y tu allan o un lle, 1% o'r ardaloedd yn y drefn. Cliciwch ddwywaith ar ardal, neu pwyswch Enter, i'w gweld ar y map.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_file.py"/>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/dock.py"/>
        <source>Pages</source>
        <translation>Tudalennau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>People are not counted: neither the look-up nor the boundaries say how many live where.</source>
        <translation>Ni chyfrifir pobl: nid yw'r tabl cyswllt na'r ffiniau'n dweud faint sy'n byw ble.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/counts_table.py"/>
        <source>People living in</source>
        <translation>Pobl sy'n byw yno</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>People living in: {before} → {after} ({change})</source>
        <translation>Pobl sy'n byw yno: {before} → {after} ({change})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/words.py"/>
        <source>People: residents as given in your data, of {year} by the name of their column.</source>
        <translation>Pobl: preswylwyr fel y'u rhoddir yn eich data, o {year} yn ôl enw eu colofn.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/words.py"/>
        <source>People: residents as given in your data, whose year is not known.</source>
        <translation>Pobl: preswylwyr fel y'u rhoddir yn eich data; nid yw blwyddyn y data'n hysbys.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>Percentages and numbers can be exchanged once the areas are ranked. {reason}</source>
        <translation>Gellir newid rhwng canrannau a niferoedd ar ôl gosod yr ardaloedd mewn trefn. {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_file.py"/>
        <source>Picture (*.png)</source>
        <translation>Llun (*.png)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Pictures (*.svg *.png *.jpg *.jpeg)</source>
        <translation>Lluniau (*.svg *.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Places moved; + is towards more need in the second run</source>
        <translation>Lleoedd a symudwyd; mae + at fwy o angen yn yr ail rediad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_preview.py"/>
        <source>Preview</source>
        <translation>Rhagolwg</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/live_map.py"/>
        <source>Preview, not saved</source>
        <translation>Rhagolwg, heb ei gadw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Print</source>
        <translation>Argraffu</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_dialog.py"/>
        <source>Print a map</source>
        <translation>Argraffu map</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Print a map…</source>
        <translation>Argraffu map…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Printed in small type, such as the number of the agenda item</source>
        <translation>Fe'i hargreffir mewn print mân, megis rhif eitem yr agenda</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_state.py"/>
        <source>Published index, as its publishers made it.</source>
        <translation>Mynegai cyhoeddedig, fel y gwnaeth ei gyhoeddwyr ef.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_state.py"/>
        <source>Published index, own limits: maps of it will be called 'Own variant of {index}'.</source>
        <translation>Mynegai cyhoeddedig, eich terfynau eich hun: gelwir mapiau ohono yn 'Eich amrywiad eich hun ar {index}'.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_state.py"/>
        <source>Published index, own weights: maps of it will be called 'Own variant of {index}'.</source>
        <translation>Mynegai cyhoeddedig, eich pwysiadau eich hun: gelwir mapiau ohono yn 'Eich amrywiad eich hun ar {index}'.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>R&amp;eference number</source>
        <translation>&amp;Cyfeirnod</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Rank
after</source>
        <translation>Safle
wedyn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Rank
before</source>
        <translation>Safle
cynt</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Rank on community need in the first run</source>
        <translation>Safle ar angen cymunedol yn y rhediad cyntaf</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Rank on community need in the second run</source>
        <translation>Safle ar angen cymunedol yn yr ail rediad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Rank only among the areas shown</source>
        <translation>Safleoedd o'r ardaloedd a ddangosir yn unig</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>Rates, areas without a value, outliers, and how indicators are put together</source>
        <translation>Cyfraddau, ardaloedd heb werth, allanolion, a sut y rhoddir dangosyddion at ei gilydd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/read_again.py"/>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Read again</source>
        <translation>Darllen eto</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/read_again.py"/>
        <source>Read the layers anew, after a change to their files</source>
        <translation>Darllen yr haenau o'r newydd, ar ôl newid yn eu ffeiliau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/session.py"/>
        <source>Reading the data</source>
        <translation>Yn darllen y data</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_work.py"/>
        <source>Reading the result…</source>
        <translation>Yn darllen y canlyniad…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/table_export.py"/>
        <source>Reading the rows</source>
        <translation>Yn darllen y rhesi</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>Reading the two results…</source>
        <translation>Yn darllen y ddau ganlyniad…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/values_view.py"/>
        <source>Reading the values…</source>
        <translation>Yn darllen y gwerthoedd…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Reading {name}</source>
        <translation>Yn darllen {name}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Redo</source>
        <translation>Ail-wneud</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Redo: {step}</source>
        <translation>Ail-wneud: {step}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Remo&amp;ve from project…</source>
        <translation>&amp;Tynnu o'r project…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Remove</source>
        <translation>Tynnu</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Remove the run</source>
        <translation>Tynnu'r rhediad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Remove the run '{name}' from this project?</source>
        <translation>Tynnu'r rhediad '{name}' o'r project hwn?</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_edits.py"/>
        <source>Remove {part}</source>
        <translation>Tynnu {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/session.py"/>
        <source>Rename</source>
        <translation>Ailenwi</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_edits.py"/>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Rename the index</source>
        <translation>Ailenwi'r mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Rename the run</source>
        <translation>Ailenwi'r rhediad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_edits.py"/>
        <source>Rename {part}</source>
        <translation>Ailenwi {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Rename…</source>
        <translation>Ailenwi…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/session.py"/>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>Reset</source>
        <translation>Ailosod</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Residents</source>
        <translation>Preswylwyr</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>Results</source>
        <translation>Canlyniadau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Revert to {index}</source>
        <translation>Dychwelyd at {index}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Run</source>
        <translation>Rhediad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>S&amp;econd run</source>
        <translation>&amp;Ail rediad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Save</source>
        <translation>Cadw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Save as a table (CSV, Excel)…</source>
        <translation>Cadw fel tabl (CSV, Excel)…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>Save the &amp;table…</source>
        <translation>Cadw'r &amp;tabl…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>Save the c&amp;hart…</source>
        <translation>Cadw'r &amp;siart…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Save the index?</source>
        <translation>Cadw'r mynegai?</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_file.py"/>
        <source>Save the page</source>
        <translation>Cadw'r dudalen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>Save the result in</source>
        <translation>Cadw'r canlyniad yn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/table_export.py"/>
        <source>Save the table</source>
        <translation>Cadw'r tabl</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_edits.py"/>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Save to my indices</source>
        <translation>Cadw i'm mynegeion</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Saving {name}</source>
        <translation>Yn cadw {name}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_dialog.py"/>
        <source>Saving {name}…</source>
        <translation>Yn cadw {name}…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Say whether a higher value means more need or less.</source>
        <translation>Dywedwch a yw gwerth uwch yn golygu mwy o angen neu lai.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>Score</source>
        <translation>Sgôr</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_preview.py"/>
        <source>Scores by area</source>
        <translation>Sgoriau yn ôl ardal</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>Second run</source>
        <translation>Ail rediad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/dock.py"/>
        <source>See where community need and deprivation meet. New here? Try the example: a made-up county, mapped in seconds, to click and change. With your own data, begin on the page Areas.</source>
        <translation>Gwelwch lle mae angen cymunedol ac amddifadedd yn cwrdd. Newydd yma? Rhowch gynnig ar yr enghraifft: sir ddychmygol, wedi'i mapio mewn eiliadau, i'w chlicio a'i newid. Gyda'ch data eich hun, dechreuwch ar y dudalen Ardaloedd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>Select the domain or indicator to remove.</source>
        <translation>Dewiswch y maes neu'r dangosydd i'w dynnu.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/district_list.py"/>
        <source>Show &amp;all</source>
        <translation>&amp;Dangos pob un</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/district_list.py"/>
        <source>Show every district again</source>
        <translation>Dangos pob awdurdod lleol eto</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>Show their names</source>
        <translation>Dangos eu henwau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>Standard</source>
        <translation>Safonol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/dock.py"/>
        <source>Starting…</source>
        <translation>Yn dechrau…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Stayed</source>
        <translation>Arhosodd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_views.py"/>
        <source>Stayed ({count})</source>
        <translation>Arhosodd ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/dock.py"/>
        <location filename="../../ui/dialogs/work_line.py"/>
        <source>Stop</source>
        <translation>Stopio</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>Stopped. Choose a run again to compare.</source>
        <translation>Stopiwyd. Dewiswch rediad eto i'w gymharu.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>Stopped. Nothing was written.</source>
        <translation>Stopiwyd. Ni ysgrifennwyd dim.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>Stretching lets a high need in one domain not be made up for by a low one in another</source>
        <translation>Mae ymestyn yn golygu nad yw angen isel mewn un maes yn gwneud iawn am angen uchel mewn maes arall</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Su&amp;btitle</source>
        <translation>Is-d&amp;eitl</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/table_export.py"/>
        <source>Table as text (*.csv)</source>
        <translation>Tabl fel testun (*.csv)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Table or layer</source>
        <translation>Tabl neu haen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Table: codes</source>
        <translation>Tabl: codau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Table: residents</source>
        <translation>Tabl: preswylwyr</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Table: scores</source>
        <translation>Tabl: sgoriau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/open_tables.py"/>
        <source>Tables and layers (*.csv *.csv.gz *.txt *.tsv *.xlsx *.ods *.gpkg *.shp *.dbf *.geojson)</source>
        <translation>Tablau a haenau (*.csv *.csv.gz *.txt *.tsv *.xlsx *.ods *.gpkg *.shp *.dbf *.geojson)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>Tables with community need data</source>
        <translation>Tablau â data angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>Take the selected part out of the index</source>
        <translation>Tynnu'r rhan a ddewiswyd o'r mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>The Index of Multiple Deprivation: a row and a score for every area or small area (LSOA)</source>
        <translation>Y Mynegai Amddifadedd Lluosog: rhes a sgôr i bob ardal neu ardal fach (LSOA)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>The area last clicked</source>
        <translation>Yr ardal y cliciwyd arni ddiwethaf</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_areas.py"/>
        <source>The area last clicked ({code}) is not in this result. Click another.</source>
        <translation>Nid yw'r ardal y cliciwyd arni ddiwethaf ({code}) yn y canlyniad hwn. Cliciwch ar un arall.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_words.py"/>
        <source>The areas selected on the map</source>
        <translation>Yr ardaloedd a ddewiswyd ar y map</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>The boundaries chosen before are no longer in the project. Choose a layer.</source>
        <translation>Nid yw'r ffiniau a ddewiswyd o'r blaen yn y project mwyach. Dewiswch haen.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>The choices have changed since the layers were made.</source>
        <translation>Mae'r dewisiadau wedi newid ers gwneud yr haenau.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>The column of codes, such as E05001234</source>
        <translation>Colofn y codau, megis E05001234</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>The column of names, for lists and labels</source>
        <translation>Colofn yr enwau, ar gyfer rhestri a labeli</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>The column of the council each area lies in, by code</source>
        <translation>Colofn y cyngor y mae pob ardal ynddo, yn ôl cod</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>The column of the council's name</source>
        <translation>Colofn enw'r cyngor</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/reasons.py"/>
        <source>The data has not been read yet.</source>
        <translation>Nid yw'r data wedi'i ddarllen eto.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>The data that the result was made from can no longer be read, so what changes cannot be told.</source>
        <translation>Ni ellir darllen y data y gwnaed y canlyniad ohono mwyach, felly ni ellir dweud beth sy'n newid.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>The deprivation table chosen before is no longer in the project. Choose a table.</source>
        <translation>Nid yw'r tabl amddifadedd a ddewiswyd o'r blaen yn y project mwyach. Dewiswch dabl.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>The districts are being read…</source>
        <translation>Mae'r awdurdodau lleol yn cael eu darllen…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_areas.py"/>
        <source>The districts ticked are not in this result. Tick others, or press 'Show all'.</source>
        <translation>Nid yw'r awdurdodau lleol a diciwyd yn y canlyniad hwn. Ticiwch rai eraill, neu pwyswch 'Dangos pob un'.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/output_path.py"/>
        <source>The folder {folder} does not exist. Choose a folder that does.</source>
        <translation>Nid yw'r ffolder {folder} yn bod. Dewiswch ffolder sy'n bod.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>The index that is mapped: one that comes with CNI Mapper, or one of your own</source>
        <translation>Y mynegai a gaiff ei fapio: un sy'n dod gyda CNI Mapper, neu un o'ch rhai chi</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>The index {index} is about {wanted}, but these are {found}. Choose boundaries of {wanted}, or another index on the page Index.</source>
        <translation>Mae'r mynegai {index} ar gyfer {wanted}, ond {found} yw'r rhain. Dewiswch ffiniau {wanted}, neu fynegai arall ar y dudalen Mynegai.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>The index {index} is about {wanted}, but these are {found}: areas whose code has changed would show as no data. Better choose boundaries of {wanted}.</source>
        <translation>Mae'r mynegai {index} ar gyfer {wanted}, ond {found} yw'r rhain: byddai ardaloedd y newidiwyd eu cod yn cael eu dangos fel dim data. Gwell dewis ffiniau {wanted}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>The index's own limits</source>
        <translation>Terfynau'r mynegai ei hun</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>The layer '{layer}' is in the project, saved in {path}.</source>
        <translation>Mae'r haen '{layer}' yn y project, wedi'i chadw yn {path}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>The layers are made and saved in {name}.</source>
        <translation>Gwnaed yr haenau a'u cadw yn {name}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>The limits stay where they are; only what they are given in changes.</source>
        <translation>Mae'r terfynau'n aros lle maent; dim ond y ffordd y'u rhoddir sy'n newid.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>The look-up chosen before is no longer in the project. Choose one, or none.</source>
        <translation>Nid yw'r tabl cyswllt a ddewiswyd o'r blaen yn y project mwyach. Dewiswch un, neu ddim un.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>The look-up's column of area codes</source>
        <translation>Colofn codau'r ardaloedd yn y tabl cyswllt</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>The look-up's column of small-area codes</source>
        <translation>Colofn codau'r ardaloedd bach yn y tabl cyswllt</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_dialog.py"/>
        <source>The page as a file, to print or to put into a paper</source>
        <translation>Y dudalen fel ffeil, i'w hargraffu neu i'w rhoi mewn papur</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_preview.py"/>
        <source>The page as it will be printed</source>
        <translation>Y dudalen fel y caiff ei hargraffu</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_dialog.py"/>
        <source>The page is kept in this project as '{name}', and what it draws in {path}.</source>
        <translation>Cedwir y dudalen yn y project hwn fel '{name}', a'r hyn y mae'n ei lunio yn {path}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_dialog.py"/>
        <source>The page was saved as {path}.</source>
        <translation>Cadwyd y dudalen fel {path}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/page_widgets.py"/>
        <source>The plugin's own page, A4</source>
        <translation>Tudalen yr ategyn ei hun, A4</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>The preview shows</source>
        <translation>Mae'r rhagolwg yn dangos</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>The project holds several results: which of them to print</source>
        <translation>Mae sawl canlyniad yn y project: pa un ohonynt i'w argraffu</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/reasons.py"/>
        <source>The ranks are being worked out.</source>
        <translation>Mae'r safleoedd yn cael eu cyfrifo.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>The result</source>
        <translation>Y canlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_work.py"/>
        <source>The result is no longer in the project.</source>
        <translation>Nid yw'r canlyniad yn y project mwyach.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>The result layers are no longer in the project. 'Make layers' brings them back.</source>
        <translation>Nid yw haenau'r canlyniad yn y project mwyach. Mae 'Gwneud haenau' yn dod â nhw yn ôl.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>The result layers show this.</source>
        <translation>Mae haenau'r canlyniad yn dangos hyn.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/output_path.py"/>
        <source>The result of the run '{name}' is there. Choose another file.</source>
        <translation>Mae canlyniad y rhediad '{name}' yno. Dewiswch ffeil arall.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>The run record of this result was not found. 'Make layers' writes it anew.</source>
        <translation>Ni chafwyd cofnod rhediad y canlyniad hwn. Mae 'Gwneud haenau' yn ei ysgrifennu o'r newydd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>The runs of this project. Each has its own data, index, limits and result.</source>
        <translation>Rhediadau'r project hwn. Mae gan bob un ei ddata, ei fynegai, ei derfynau a'i ganlyniad ei hun.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>The saved index '{index}' will be deleted.</source>
        <translation>Caiff y mynegai '{index}' a gadwyd ei ddileu.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/page_widgets.py"/>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>The size of the paper and what stands where on it</source>
        <translation>Maint y papur a beth sy'n sefyll ble arno</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/cures.py"/>
        <source>The table is by the areas themselves</source>
        <translation>Mae'r tabl yn ôl yr ardaloedd eu hunain</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>The table was saved as {path}.</source>
        <translation>Cadwyd y tabl fel {path}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>The table's column of area codes</source>
        <translation>Colofn codau'r ardaloedd yn y tabl</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>The table's column of scores, higher is worse</source>
        <translation>Colofn y sgoriau yn y tabl, lle mae uwch yn waeth</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>The tables are being read…</source>
        <translation>Mae'r tablau'n cael eu darllen…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>The weights in this domain are worked out from the data.</source>
        <translation>Caiff y pwysiadau yn y maes hwn eu cyfrifo o'r data.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_preview.py"/>
        <source>The whole page, as large as there is room for</source>
        <translation>Y dudalen gyfan, mor fawr ag y mae lle iddi</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>The {count} {areas} shown</source>
        <translation>Y {count} o {areas} a ddangosir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>There are no districts to list, since the boundaries could not be read.</source>
        <translation>Nid oes awdurdodau lleol i'w rhestru, gan nad oedd modd darllen y ffiniau.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>There are no values to show until its column is found.</source>
        <translation>Nid oes gwerthoedd i'w dangos nes ceir y golofn.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_results.py"/>
        <source>There is no result to print. Make the layers first.</source>
        <translation>Nid oes canlyniad i'w argraffu. Gwnewch yr haenau yn gyntaf.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>There is no table in the project. Add one from a file.</source>
        <translation>Nid oes tabl yn y project. Ychwanegwch un o ffeil.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>These are the index's own limits.</source>
        <translation>Dyma derfynau'r mynegai ei hun.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>These boundaries name no districts. If they have such a column, choose it under 'More columns'.</source>
        <translation>Nid yw'r ffiniau hyn yn enwi awdurdodau lleol. Os oes ganddynt golofn o'r fath, dewiswch hi dan 'Rhagor o golofnau'.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>They rank {first} and {second} areas, so one place is not the same step in both.</source>
        <translation>Maent yn gosod {first} a {second} ardal mewn trefn, felly nid yw un lle yr un cam yn y ddau.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>This index</source>
        <translation>Y mynegai hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>This page shows three maps: community need, deprivation, and both. Choose another page for one map.</source>
        <translation>Mae'r dudalen hon yn dangos tri map: angen cymunedol, amddifadedd, a'r ddau. Dewiswch dudalen arall i gael un map.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>This project has no layer to put underneath, such as a street map. Add one in QGIS.</source>
        <translation>Nid oes haen i'w rhoi oddi tano yn y project hwn, megis map strydoedd. Ychwanegwch un yn QGIS.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>This project has no tables or layers with data yet. Add one from a file.</source>
        <translation>Nid oes tablau na haenau â data yn y project hwn eto. Ychwanegwch un o ffeil.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>This ranks other areas than the result does, so it cannot be said who joins or leaves. 'Compare runs' can, once both are made.</source>
        <translation>Mae hyn yn gosod ardaloedd gwahanol i rai'r canlyniad mewn trefn, felly ni ellir dweud pa rai sy'n ymuno neu'n gadael. Gall 'Cymharu rhediadau' wneud hynny, ar ôl gwneud y ddau.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>This result is in a database. What there is to know about it is in the table {table} there.</source>
        <translation>Mae'r canlyniad hwn mewn cronfa ddata. Mae'r hyn sydd i'w wybod amdano yn y tabl {table} yno.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>This result names no districts.</source>
        <translation>Nid yw'r canlyniad hwn yn enwi awdurdodau lleol.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>Thresholds</source>
        <translation>Terfynau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/district_list.py"/>
        <source>Tick the districts to show, by a click or with the space bar; none ticked shows all</source>
        <translation>Ticiwch yr awdurdodau lleol i'w dangos, drwy glicio neu â'r bylchwr; heb dicio dim, dangosir pob un</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>Tick the tables of the project that hold the columns of the index</source>
        <translation>Ticiwch y tablau yn y project sy'n cynnwys colofnau'r mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>Tick the tables that hold the community need data, or add one from a file.</source>
        <translation>Ticiwch y tablau sy'n cynnwys y data angen cymunedol, neu ychwanegwch un o ffeil.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_edits.py"/>
        <source>To change them, go on with a copy of your own, '{copy}'. Undo brings the original back.</source>
        <translation>I'w newid, ewch ymlaen gyda'ch copi eich hun, '{copy}'. Mae Dadwneud yn dod â'r gwreiddiol yn ôl.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_dialog.py"/>
        <source>To go on with QGIS's own tools; the page is then kept in this project</source>
        <translation>I fynd ymlaen gydag offer QGIS ei hun; yna cedwir y dudalen yn y project hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>Treatment of {part}</source>
        <translation>Trin {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/dock.py"/>
        <source>Try the example</source>
        <translation>Rhoi cynnig ar yr enghraifft</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>Two runs with layers are needed; this project has none yet.</source>
        <translation>Mae angen dau rediad â haenau; nid oes yr un yn y project hwn eto.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>Two runs with layers are needed; this project has one. Copy the run, change it, and make its layers.</source>
        <translation>Mae angen dau rediad â haenau; mae un yn y project hwn. Copïwch y rhediad, newidiwch ef, a gwnewch ei haenau.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/district_list.py"/>
        <source>Type a part of the name. Enter ticks the first one found, the down arrow goes to the list</source>
        <translation>Teipiwch ran o'r enw. Mae Enter yn ticio'r cyntaf a geir, a'r saeth i lawr yn mynd i'r rhestr</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/district_list.py"/>
        <source>Type to find a district</source>
        <translation>Teipiwch i ganfod awdurdod lleol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Undo</source>
        <translation>Dadwneud</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Undo: {step}</source>
        <translation>Dadwneud: {step}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>Unit</source>
        <translation>Uned</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>Unit of the values</source>
        <translation>Uned y gwerthoedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>Unit of {part}</source>
        <translation>Uned {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_edits.py"/>
        <source>Unlock {part}</source>
        <translation>Datgloi {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>Use the index's own: {cni}% on community need, {imd}% on deprivation</source>
        <translation>Defnyddio rhai'r mynegai ei hun: {cni}% ar angen cymunedol, {imd}% ar amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>Use the index's own: {percent}% on both</source>
        <translation>Defnyddio rhai'r mynegai ei hun: {percent}% ar y ddau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>Use {table}</source>
        <translation>Defnyddio {table}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>Used where no look-up gives the number of residents</source>
        <translation>Fe'i defnyddir lle nad oes tabl cyswllt yn rhoi nifer y preswylwyr</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>Wait until the table is saved.</source>
        <translation>Arhoswch nes bod y tabl wedi'i gadw.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>Wait until the work is done, or stop it.</source>
        <translation>Arhoswch nes bod y gwaith wedi'i wneud, neu stopiwch ef.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/reasons.py"/>
        <source>Wait until the work that goes on is done, or press Stop.</source>
        <translation>Arhoswch nes bod y gwaith sydd ar y gweill wedi'i wneud, neu pwyswch Stopio.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>Weight</source>
        <translation>Pwysiad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_edits.py"/>
        <source>Weight of {part}</source>
        <translation>Pwysiad {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>Weights</source>
        <translation>Pwysiadau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Weights the small areas where the look-up has no residents of its own</source>
        <translation>Mae'n pwyso'r ardaloedd bach lle nad oes gan y tabl cyswllt breswylwyr ei hun</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>What happens with areas that have no value</source>
        <translation>Beth sy'n digwydd i ardaloedd heb werth</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>What happens with extreme values, so that a few areas do not decide everything</source>
        <translation>Beth sy'n digwydd i werthoedd eithafol, fel nad yw ychydig o ardaloedd yn penderfynu popeth</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>What is the index to be called?</source>
        <translation>Beth yw enw'r mynegai i fod?</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/add_indicator_dialog.py"/>
        <source>What it means</source>
        <translation>Beth mae'n ei olygu</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>What it was made from is no longer there.</source>
        <translation>Nid yw'r hyn y cafodd ei wneud ohono yno mwyach.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <source>What share of the people of another place, such as a patch that you drew, lives in which areas</source>
        <translation>Pa gyfran o bobl lle arall, megis darn o dir a luniwyd gennych, sy'n byw ym mha ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/page_widgets.py"/>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>What the colours of the map stand for</source>
        <translation>Beth mae lliwiau'r map yn ei gynrychioli</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>What the limits are given in</source>
        <translation>Sut y rhoddir y terfynau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>What the preview shows</source>
        <translation>Beth mae'r rhagolwg yn ei ddangos</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>What to do with runs</source>
        <translation>Beth i'w wneud â rhediadau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>What you chose for it is forgotten, and cannot be brought back. Its layers and files stay.</source>
        <translation>Anghofir yr hyn a ddewiswyd gennych ar ei gyfer, ac ni ellir dod ag ef yn ôl. Mae ei haenau a'i ffeiliau'n aros.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>Where the weights of the indicators in this domain come from</source>
        <translation>O ble y daw pwysiadau'r dangosyddion yn y maes hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>Where to save the result</source>
        <translation>Ble i gadw'r canlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>Which area each small area, or part of one, lies in; needed only when the table is by small area</source>
        <translation>Ym mha ardal y mae pob ardal fach, neu ran ohoni; dim ond pan fydd y tabl yn ôl ardal fach y mae ei angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Which areas the page shows and counts; ranks stay as they are</source>
        <translation>Pa ardaloedd y mae'r dudalen yn eu dangos ac yn eu cyfrif; mae'r safleoedd yn aros fel y maent</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_views.py"/>
        <source>Which areas the table lists</source>
        <translation>Pa ardaloedd y mae'r tabl yn eu rhestru</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/comparison.py"/>
        <source>Who joined or left</source>
        <translation>Pa rai a ymunodd neu a adawodd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/result_uses.py"/>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>Who moved between two runs of this project</source>
        <translation>Pa ardaloedd a symudodd rhwng dau rediad yn y project hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>Without saving, only Undo brings it back.</source>
        <translation>Heb gadw, dim ond Dadwneud sy'n dod ag ef yn ôl.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/results_page.py"/>
        <source>Work out the ranks, save them, and show them as layers</source>
        <translation>Cyfrifo'r safleoedd, eu cadw, a'u dangos fel haenau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>Write the result layers anew, as the preview shows them</source>
        <translation>Ysgrifennu haenau'r canlyniad o'r newydd, fel y mae'r rhagolwg yn eu dangos</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/change_file.py"/>
        <location filename="../../ui/dialogs/table_export.py"/>
        <source>Writing {name}</source>
        <translation>Yn ysgrifennu {name}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_state.py"/>
        <source>Your own index, changed since it was saved in My indices.</source>
        <translation>Eich mynegai eich hun, wedi'i newid ers ei gadw yn Fy mynegeion.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_state.py"/>
        <source>Your own index, from a file. It is not among My indices.</source>
        <translation>Eich mynegai eich hun, o ffeil. Nid yw ymhlith Fy mynegeion.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_state.py"/>
        <source>Your own index, made from {index}. It is not saved in My indices yet.</source>
        <translation>Eich mynegai eich hun, a wnaed o {index}. Nid yw wedi'i gadw yn Fy mynegeion eto.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_state.py"/>
        <source>Your own index, saved in My indices.</source>
        <translation>Eich mynegai eich hun, wedi'i gadw yn Fy mynegeion.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_state.py"/>
        <source>Your own index. It is not saved in My indices yet.</source>
        <translation>Eich mynegai eich hun. Nid yw wedi'i gadw yn Fy mynegeion eto.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_form.py"/>
        <source>Your own template…</source>
        <translation>Eich templed eich hun…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/reasons.py"/>
        <source>a table of deprivation (page Deprivation)</source>
        <translation>tabl amddifadedd (tudalen Amddifadedd)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/reasons.py"/>
        <source>a table of indicators (page Index)</source>
        <translation>tabl dangosyddion (tudalen Mynegai)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>all {n} columns of this index</source>
        <translation>pob un o {n} colofn y mynegai hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>as I set them</source>
        <translation>fel rwy'n eu gosod</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>as it comes</source>
        <translation>fel y daw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>being read</source>
        <translation>yn cael ei ddarllen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>both limits</source>
        <translation>y ddau derfyn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>count in full</source>
        <translation>yn cyfrif yn llawn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>deciles of community need</source>
        <translation>degraddau angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>distance from the mean</source>
        <translation>pellter o'r cymedr</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>drawn in</source>
        <translation>wedi'u tynnu i mewn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>equal</source>
        <translation>cyfartal</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>from the data (factor)</source>
        <translation>o'r data (ffactor)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/near_miss_table.py"/>
        <source>inside</source>
        <translation>y tu mewn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>left out for that area</source>
        <translation>hepgor ar gyfer yr ardal honno</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>lowest to highest</source>
        <translation>isaf i uchaf</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>middle value of all areas</source>
        <translation>gwerth canol yr holl ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>middle value of its district</source>
        <translation>gwerth canol yr awdurdod lleol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>no column of this index</source>
        <translation>dim un o golofnau'r mynegai hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>not allowed</source>
        <translation>ni chaniateir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>nothing (as it is)</source>
        <translation>dim (fel y mae)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>number of areas</source>
        <translation>nifer o ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/downloads.py"/>
        <source>official ones, downloaded into this project</source>
        <translation>rhai swyddogol, wedi'u lawrlwytho i'r project hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>percent of the areas ranked</source>
        <translation>canran o'r ardaloedd yn y drefn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>rank, bell curve (usual)</source>
        <translation>safle, cromlin gloch (arferol)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>rank, evenly spread</source>
        <translation>safle, wedi'i daenu'n gyson</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/values_view.py"/>
        <source>ranks</source>
        <translation>safleoedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>softened (logarithm)</source>
        <translation>wedi'u lleddfu (logarithm)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>stretched (usual)</source>
        <translation>wedi'i hymestyn (arferol)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/reasons.py"/>
        <source>the boundaries of the areas (page Areas)</source>
        <translation>ffiniau'r ardaloedd (tudalen Ardaloedd)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/reasons.py"/>
        <source>the look-up, which is no longer in the project (page Deprivation)</source>
        <translation>y tabl cyswllt, nad yw yn y project mwyach (tudalen Amddifadedd)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>the original</source>
        <translation>y gwreiddiol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limits_box.py"/>
        <source>the worst {places} of {ranked} {areas}</source>
        <translation>y {places} gwaethaf o'r {ranked} o {areas}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/part_options.py"/>
        <source>values as they are</source>
        <translation>gwerthoedd fel y maent</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <source>{areas} Next: choose the index.</source>
        <translation>{areas} Nesaf: dewis y mynegai.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>{areas}, every area of the map among them</source>
        <translation>{areas}, gan gynnwys pob ardal ar y map</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>{areas}, {matched} of the {total} areas of the map among them</source>
        <translation>{areas}, gan gynnwys {matched} o'r {total} ardal ar y map</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/what_if_strip.py"/>
        <source>{category}: {before} → {after} ({change})</source>
        <translation>{category}: {before} → {after} ({change})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>{category}: {count} of the {total} {areas} shown.</source>
        <translation>{category}: {count} o'r {total} o {areas} a ddangosir.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/areas_page.py"/>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>{changed} Press 'Read again'.</source>
        <translation>{changed} Pwyswch 'Darllen eto'.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/column_list.py"/>
        <source>{column} ({table})</source>
        <translation>{column} ({table})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>{column}: in two tables, choose one</source>
        <translation>{column}: mewn dau dabl, dewiswch un</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/source_editor.py"/>
        <source>{column}: not found, choose one</source>
        <translation>{column}: ni chafwyd hi, dewiswch un</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>{count} have no score.</source>
        <translation>Nid oes sgôr gan {count}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_preview.py"/>
        <source>{count} of the {total} {areas} ranked have a deprivation score.</source>
        <translation>Mae gan {count} o'r {total} o {areas} yn y drefn sgôr amddifadedd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>{count} of them lie in more than one.</source>
        <translation>Mae {count} ohonynt mewn mwy nag un.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/district_list.py"/>
        <source>{count} of {all} districts shown: {districts}.</source>
        <translation>Dangosir {count} o {all} awdurdod lleol: {districts}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>{count} {areas} estimated, from parts of {parts}</source>
        <translation>Amcangyfrif, o rannau o {parts}: {count} ({areas})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>{count} {areas} made of whole {parts}</source>
        <translation>O {parts} cyfan: {count} ({areas})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>{count} {areas} partial, where some {parts} have no score or no residents</source>
        <translation>Rhannol, lle nad oes sgôr neu breswylwyr gan rai {parts}: {count} ({areas})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>{count} {areas} with a score of their own in the table</source>
        <translation>Sgôr yn y tabl ei hun: {count} ({areas})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>{count} {areas}, in 1 district.</source>
        <translation>{count} o {areas}, mewn 1 awdurdod lleol.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>{count} {areas}, in {districts} districts.</source>
        <translation>{count} o {areas}, mewn {districts} awdurdod lleol.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>{count} {areas}, scores from {lowest} to {highest}.</source>
        <translation>{count} o {areas}, sgoriau o {lowest} i {highest}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/look_words.py"/>
        <source>{count} {areas}.</source>
        <translation>{count} o {areas}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/district_list.py"/>
        <source>{district} ({count})</source>
        <translation>{district} ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/read_again.py"/>
        <source>{files} changed since it was read.</source>
        <translation>Mae {files} wedi newid ers ei darllen.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>{file} could not be deleted: {reason}.</source>
        <translation>Nid oedd modd dileu {file}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/compare_dialog.py"/>
        <source>{first} and {second}</source>
        <translation>{first} - {second}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/tables_list.py"/>
        <source>{here} of the {n} columns of this index</source>
        <translation>{here} o {n} colofn y mynegai hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/definition_bar.py"/>
        <source>{index} (not saved)</source>
        <translation>{index} (heb ei gadw)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/district_list.py"/>
        <source>{names}; and {count} more</source>
        <translation>{names}; a {count} arall</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/output_path.py"/>
        <source>{name} exists already: its layer '{table}' will be replaced, if it has one; all else in it stays.</source>
        <translation>Mae {name} yn bod eisoes: caiff ei haen '{table}' ei disodli, os oes un; mae popeth arall ynddi yn aros.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/print_file.py"/>
        <source>{name} is there already. Replace it?</source>
        <translation>Mae {name} yno eisoes. Ei disodli?</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>{name}, copy</source>
        <translation>{name}, copi</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/run_bar.py"/>
        <source>{name}, copy {number}</source>
        <translation>{name}, copi {number}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/index_page.py"/>
        <source>{n} parts have no column yet: {titles}. Tick the table that holds them, or choose their columns below.</source>
        <translation>Nid oes colofn eto ar gyfer {n} rhan: {titles}. Ticiwch y tabl sy'n eu cynnwys, neu dewiswch eu colofnau isod.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/deprivation_page.py"/>
        <source>{scores} Next: the limits.</source>
        <translation>{scores} Nesaf: y terfynau.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/downloads.py"/>
        <source>{title} (fits this index)</source>
        <translation>{title} (addas i'r mynegai hwn)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/layer_picker.py"/>
        <source>{what}: from a file</source>
        <translation>{what}: o ffeil</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>{where}: no area.</source>
        <translation>{where}: dim ardal.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>{where}: {count} selected on the map.</source>
        <translation>{where}: dewiswyd {count} ar y map.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/pages/thresholds_page.py"/>
        <source>{where}: {count}. Make the layers (page Results) to have areas selected on the map.</source>
        <translation>{where}: {count}. Gwnewch yr haenau (tudalen Canlyniadau) er mwyn dewis ardaloedd ar y map.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/direction.py"/>
        <source>↑ Higher means more need</source>
        <translation>↑ Mae uwch yn golygu mwy o angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/direction.py"/>
        <source>↓ Higher means less need</source>
        <translation>↓ Mae uwch yn golygu llai o angen</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>About</source>
        <translation>Ynghylch</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>All areas shown</source>
        <translation>Yr holl ardaloedd a ddangosir</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>Areas</source>
        <translation>Ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>Categories by district</source>
        <translation>Categorïau yn ôl awdurdod</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>District</source>
        <translation>Awdurdod lleol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>District code</source>
        <translation>Cod awdurdod lleol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>District not known</source>
        <translation>Awdurdod lleol yn anhysbys</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>Near misses</source>
        <translation>Agos at y terfyn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>Part</source>
        <translation>Rhan</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>People</source>
        <translation>Pobl</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>Result</source>
        <translation>Canlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>Text</source>
        <translation>Testun</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>What</source>
        <translation>Beth</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>{category}: areas</source>
        <translation>{category}: ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/export_tables.py"/>
        <source>{category}: people</source>
        <translation>{category}: pobl</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <location filename="../../ui/maps/groups.py"/>
        <source>{index} and IMD</source>
        <translation>{index} ac IMD</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>Histogram</source>
        <translation>Histogram</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>No area has a value.</source>
        <translation>Nid oes gwerth gan unrhyw ardal.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>There are no values to show yet.</source>
        <translation>Nid oes gwerthoedd i'w dangos eto.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>higher means less need</source>
        <translation>mae uwch yn golygu llai o angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>higher means more need</source>
        <translation>mae uwch yn golygu mwy o angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>highest {number}</source>
        <translation>uchaf {number}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>lowest {number}</source>
        <translation>isaf {number}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>median {number}</source>
        <translation>canolrif {number}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>more need</source>
        <translation>mwy o angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>{areas} with a value, {missing} without.</source>
        <translation>{areas} â gwerth, {missing} heb werth.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>{areas}, each with a value.</source>
        <translation>{areas}, pob un â gwerth.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>{low} to {high}: {areas}</source>
        <translation>{low} i {high}: {areas}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>{number}: {areas}</source>
        <translation>{number}: {areas}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/histogram.py"/>
        <source>{title} ({unit})</source>
        <translation>{title} ({unit})</translation>
    </message>
</context>
<context>
    <name>IndexTree</name>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>A locked weight stays when the others are shared out again. Press the space bar to lock</source>
        <translation>Mae pwysiad wedi'i gloi yn aros pan gaiff y lleill eu rhannu eto. Pwyswch y bylchwr i gloi</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>Click, or press Enter, to change this weight</source>
        <translation>Cliciwch, neu pwyswch Enter, i newid y pwysiad hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>Coverage: how many of the areas have a value</source>
        <translation>Cwmpas: faint o'r ardaloedd sydd â gwerth</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>Direction: ↑ a higher value means more need, ↓ a higher value means less need</source>
        <translation>Cyfeiriad: ↑ mae gwerth uwch yn golygu mwy o angen, ↓ mae gwerth uwch yn golygu llai o angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_tree.py"/>
        <source>Domains and indicators</source>
        <translation>Meysydd a dangosyddion</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_tree.py"/>
        <source>Enter changes the weight of the selected part, F2 its name, and the space bar locks its weight.</source>
        <translation>Mae Enter yn newid pwysiad y rhan a ddewiswyd, F2 ei henw, a'r bylchwr yn cloi ei phwysiad.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>How much a part counts beside the others of its domain. Click, or press Enter, to change</source>
        <translation>Faint y mae rhan yn cyfrif wrth ymyl y lleill yn ei maes. Cliciwch, neu pwyswch Enter, i newid</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>How much of the whole index a part makes up</source>
        <translation>Faint o'r mynegai cyfan y mae rhan yn ei ffurfio</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>Known once the index is computed</source>
        <translation>Yn hysbys ar ôl cyfrifo'r mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>Lock</source>
        <translation>Clo</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>Need</source>
        <translation>Angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_cells.py"/>
        <source>New name of {part}</source>
        <translation>Enw newydd {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>Share</source>
        <translation>Cyfran</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>The domains of the index and their indicators. Press F2, or double-click, to rename one</source>
        <translation>Meysydd y mynegai a'u dangosyddion. Pwyswch F2, neu gliciwch ddwywaith, i ailenwi un</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>Weight</source>
        <translation>Pwysiad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_cells.py"/>
        <source>Weight of {part}</source>
        <translation>Pwysiad {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>auto</source>
        <translation>awto</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>higher means less need</source>
        <translation>mae uwch yn golygu llai o angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>higher means more need</source>
        <translation>mae uwch yn golygu mwy o angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>locked: this weight stays when the others are shared out again</source>
        <translation>wedi'i gloi: mae'r pwysiad hwn yn aros pan gaiff y lleill eu rhannu eto</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>not locked: this weight gives and takes when the others change and the total is kept</source>
        <translation>heb ei gloi: mae'r pwysiad hwn yn codi neu'n gostwng pan fydd y lleill yn newid a'r cyfanswm yn cael ei gadw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>share known once the index is computed</source>
        <translation>cyfran yn hysbys ar ôl cyfrifo'r mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>weight {weight}</source>
        <translation>pwysiad {weight}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>{part}, a domain</source>
        <translation>{part}, maes</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>{part}, an indicator</source>
        <translation>{part}, dangosydd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>{share} of the areas have a value</source>
        <translation>mae gan {share} o'r ardaloedd werth</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/index_words.py"/>
        <source>{share} of the whole index</source>
        <translation>{share} o'r mynegai cyfan</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>1 (most)</source>
        <translation>1 (mwyaf)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>1 place outside the limit ({limit}).</source>
        <translation>1 lle y tu allan i'r terfyn ({limit}).</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>10 (least)</source>
        <translation>10 (lleiaf)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>A drawn patch</source>
        <translation>Darn o dir a luniwyd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <source>A page about this area, as PDF, to print or to send</source>
        <translation>Tudalen am yr ardal hon, fel PDF, i'w hargraffu neu i'w hanfon</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>A patch gets no rank, decile or category of its own: it was not among the areas that were ranked.</source>
        <translation>Nid yw darn o dir yn cael safle, degradd na chategori ei hun: nid oedd ymhlith yr ardaloedd a osodwyd mewn trefn.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector.py"/>
        <source>A patch needs at least three corners that do not lie in one line. Draw it again.</source>
        <translation>Mae angen o leiaf dair cornel nad ydynt mewn un llinell ar ddarn o dir. Lluniwch ef eto.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>About {count} people live in this patch, estimated by land area.</source>
        <translation>Mae tua {count} o bobl yn byw yn y darn hwn o dir, yn ôl amcangyfrif o'r arwynebedd tir.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector_dock.py"/>
        <source>Area</source>
        <translation>Ardal</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector_dock.py"/>
        <source>Area or patch</source>
        <translation>Ardal neu ddarn o dir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <source>Areas most like it</source>
        <translation>Yr ardaloedd tebycaf iddi</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>Areas that its people live in:</source>
        <translation>Ardaloedd y mae ei bobl yn byw ynddynt:</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Areas they live in</source>
        <translation>Ardaloedd y maent yn byw ynddynt</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>By category of the area they live in</source>
        <translation>Yn ôl categori'r ardal y maent yn byw ynddi</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>By decile of the area they live in</source>
        <translation>Yn ôl degradd yr ardal y maent yn byw ynddi</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>By: {index}, among the {n} {nouns} supplied.</source>
        <translation>Mynegai: {index}, ymhlith y {n} o {nouns} a roddwyd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>By: {index}.</source>
        <translation>Mynegai: {index}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector_dock.py"/>
        <source>CNI Mapper: area</source>
        <translation>CNI Mapper: ardal</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Category</source>
        <translation>Categori</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector.py"/>
        <source>Click an area on the map to see where it stands, and why</source>
        <translation>Cliciwch ar ardal ar y map i weld ble mae'n sefyll, a pham</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector.py"/>
        <source>Click an area on the map, or find it by its name above.</source>
        <translation>Cliciwch ar ardal ar y map, neu chwiliwch amdani yn ôl ei henw uchod.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Community need</source>
        <translation>Angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>Community need ({index})</source>
        <translation>Angen cymunedol ({index})</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <source>Community need, all domains</source>
        <translation>Angen cymunedol, pob maes</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Copied. Paste it where you need it.</source>
        <translation>Copïwyd. Gludwch y testun lle mae ei angen arnoch.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Copy as text</source>
        <translation>Copïo fel testun</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Decile</source>
        <translation>Degradd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Deprivation</source>
        <translation>Amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>Deprivation (IMD)</source>
        <translation>Amddifadedd (IMD)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>Describes places, not people. 'Worst 10%' counts {nouns}, not residents.</source>
        <translation>Mae'n disgrifio lleoedd, nid pobl. Mae '10% gwaethaf' yn cyfrif {nouns}, nid preswylwyr.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_work.py"/>
        <source>Describing the patch</source>
        <translation>Yn disgrifio'r darn o dir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector.py"/>
        <source>Draw a patch</source>
        <translation>Llunio darn o dir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Draw a patch on the map: click its corners, then right-click to end. Backspace takes back the last corner, Esc all of them.</source>
        <translation>Lluniwch ddarn o dir ar y map: cliciwch ar ei gorneli, yna de-gliciwch i orffen. Mae Backspace yn dileu'r gornel olaf, ac Esc bob un ohonynt.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector.py"/>
        <source>Draw a shape on the map to see in which areas its people live</source>
        <translation>Lluniwch siâp ar y map i weld ym mha ardaloedd y mae ei bobl yn byw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>Estimate by land area: people are taken as spread evenly over each area, which they are not. Choose a layer of small areas with residents to have them counted.</source>
        <translation>Amcangyfrif yn ôl arwynebedd tir: cymerir bod pobl wedi'u taenu'n gyson dros bob ardal, ac nid ydynt. Dewiswch haen o ardaloedd bach â phreswylwyr i'w cyfrif.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <source>Export as page…</source>
        <translation>Allforio fel tudalen…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_search.py"/>
        <source>Find an area by name or code</source>
        <translation>Canfod ardal yn ôl enw neu god</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>In the worst 20% on: {domains}.</source>
        <translation>Yn yr 20% gwaethaf ar: {domains}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <source>Indicator</source>
        <translation>Dangosydd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>Inside the limit ({limit}), 1 place to spare.</source>
        <translation>Y tu mewn i'r terfyn ({limit}), gydag 1 lle dros ben.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>Inside the limit ({limit}), {count} places to spare.</source>
        <translation>Y tu mewn i'r terfyn ({limit}), gyda {count} lle dros ben.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector.py"/>
        <source>Inspect an area</source>
        <translation>Archwilio ardal</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Keep this patch</source>
        <translation>Cadw'r darn hwn o dir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_work.py"/>
        <source>Keeping the patch</source>
        <translation>Yn cadw'r darn o dir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Kept as '{name}'.</source>
        <translation>Cadwyd fel '{name}'.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Kept patches</source>
        <translation>Darnau o dir a gadwyd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector.py"/>
        <source>Make the layers first.</source>
        <translation>Gwnewch yr haenau yn gyntaf.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch.py"/>
        <source>Measuring shared land</source>
        <translation>Yn mesur y tir a rennir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>Missing: {parts}.</source>
        <translation>Ar goll: {parts}.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <source>More need than</source>
        <translation>Mwy o angen na</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>Most like it:</source>
        <translation>Tebycaf iddi:</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>Most people in England's most deprived neighbourhoods live outside these wards.</source>
        <translation>Mae'r rhan fwyaf o'r bobl yng nghymdogaethau mwyaf difreintiedig Lloegr yn byw y tu allan i'r wardiau hyn.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <source>Move the map to this area</source>
        <translation>Symud y map i'r ardal hon</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Name of the patch</source>
        <translation>Enw'r darn o dir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <source>No area is called '{text}'. Try part of its name, or its code.</source>
        <translation>Nid oes ardal o'r enw '{text}'. Rhowch gynnig ar ran o'i henw, neu ei chod.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>No data, or in no area</source>
        <translation>Dim data, neu heb fod mewn ardal</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>No residents are known in this patch.</source>
        <translation>Nid oes preswylwyr hysbys yn y darn hwn o dir.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>No shape is selected. Choose a layer in the Layers panel, then select one of its shapes, or more.</source>
        <translation>Ni ddewiswyd siâp. Dewiswch haen yn y panel Layers, yna dewiswch un neu fwy o'i siapiau.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>No single domain decides: with a middling place on any one of them it would still be inside.</source>
        <translation>Nid oes un maes sy'n penderfynu: gyda safle canolig ar unrhyw un ohonynt byddai'n dal y tu mewn.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>No single domain decides: with a middling place on any one of them it would still be outside.</source>
        <translation>Nid oes un maes sy'n penderfynu: gyda safle canolig ar unrhyw un ohonynt byddai'n dal y tu allan.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_people.py"/>
        <source>Not known: estimate by land area</source>
        <translation>Anhysbys: amcangyfrif yn ôl arwynebedd tir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>Not on the publishers' own list.</source>
        <translation>Heb fod ar restr y cyhoeddwyr eu hunain.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>Nothing has been ranked yet. In the CNI Mapper panel, choose boundaries, tables of need and deprivation, or try the example.</source>
        <translation>Nid oes dim wedi'i osod mewn trefn eto. Yn y panel CNI Mapper, dewiswch ffiniau, tablau angen ac amddifadedd, neu rhowch gynnig ar yr enghraifft.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>On none of its domains in the worst 20%.</source>
        <translation>Heb fod yn yr 20% gwaethaf ar yr un o'i meysydd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>On the publishers' own list.</source>
        <translation>Ar restr y cyhoeddwyr eu hunain.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>Own variant of {index}</source>
        <translation>Eich amrywiad eich hun ar {index}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>Part of the patch is not known: it lies in no area, or residents are missing.</source>
        <translation>Nid yw rhan o'r darn o dir yn hysbys: nid yw mewn unrhyw ardal, neu mae preswylwyr ar goll.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector_dock.py"/>
        <source>Patch</source>
        <translation>Darn o dir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>People</source>
        <translation>Pobl</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>People of small areas that are shared between areas were shared out.</source>
        <translation>Rhannwyd pobl yr ardaloedd bach sydd wedi'u rhannu rhwng ardaloedd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch.py"/>
        <source>Placing people in the patch</source>
        <translation>Yn lleoli pobl yn y darn o dir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <source>Position among all areas</source>
        <translation>Safle ymhlith yr holl ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Put all of this on the clipboard, to paste elsewhere</source>
        <translation>Rhoi hyn i gyd ar y clipfwrdd, i'w ludo yn rhywle arall</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>Reading the data…</source>
        <translation>Yn darllen y data…</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch.py"/>
        <source>Reading where people live</source>
        <translation>Yn darllen ble mae pobl yn byw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Save the patch beside the result, and show it as a layer of the project</source>
        <translation>Cadw'r darn o dir wrth ymyl y canlyniad, a'i ddangos fel haen yn y project</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Share</source>
        <translation>Cyfran</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>Share of people by decile of the area they live in (community need; deprivation):</source>
        <translation>Cyfran y bobl yn ôl degradd yr ardal y maent yn byw ynddi (angen cymunedol; amddifadedd):</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>Small areas were counted whole, each by the point where it stands.</source>
        <translation>Cyfrifwyd ardaloedd bach yn gyfan, pob un yn ôl ei phwynt ar y map.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_people.py"/>
        <source>Small areas with residents: points of output areas or postcodes, or polygons, each counted as a point.</source>
        <translation>Ardaloedd bach â phreswylwyr: pwyntiau ardaloedd cynnyrch neu godau post, neu bolygonau, pob un yn cyfrif fel pwynt.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Stop</source>
        <translation>Stopio</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Stop describing or keeping the patch</source>
        <translation>Stopio disgrifio neu gadw'r darn o dir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Take the shapes that are selected in the active layer together as one patch</source>
        <translation>Cymryd y siapiau a ddewiswyd yn yr haen weithredol gyda'i gilydd fel un darn o dir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>The data has not been read yet. The CNI Mapper panel says what to do.</source>
        <translation>Nid yw'r data wedi'i ddarllen eto. Mae'r panel CNI Mapper yn dweud beth i'w wneud.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>The index is given as finished scores of its domains; the tables do not hold what is behind these.</source>
        <translation>Rhoddir y mynegai fel sgoriau gorffenedig ei feysydd; nid yw'r tablau'n cynnwys yr hyn sydd y tu ôl iddynt.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>The last place inside the limit ({limit}).</source>
        <translation>Y lle olaf y tu mewn i'r terfyn ({limit}).</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch.py"/>
        <source>The layer of boundaries</source>
        <translation>Haen y ffiniau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>The limit ({limit}) lets no area in.</source>
        <translation>Nid yw'r terfyn ({limit}) yn gadael yr un ardal i mewn.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector.py"/>
        <source>There is no area at that place. Click inside one of the areas on the map.</source>
        <translation>Nid oes ardal yn y man hwnnw. Cliciwch y tu mewn i un o'r ardaloedd ar y map.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>This area is not in the districts that the map shows.</source>
        <translation>Nid yw'r ardal hon yn yr awdurdodau lleol y mae'r map yn eu dangos.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector.py"/>
        <source>This area is not in the layers that were made. Make them for its district as well.</source>
        <translation>Nid yw'r ardal hon yn yr haenau a wnaed. Gwnewch nhw ar gyfer ei hawdurdod lleol hefyd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>This area is ranked, but the boundaries do not hold it, so it is not on the map.</source>
        <translation>Mae'r ardal hon yn y drefn, ond nid yw yn y ffiniau, felly nid yw ar y map.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>To keep a patch, give it a name.</source>
        <translation>I gadw darn o dir, rhowch enw iddo.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>To keep a patch, make the result layers first (page Results): it is saved beside them.</source>
        <translation>I gadw darn o dir, gwnewch haenau'r canlyniad yn gyntaf (tudalen Canlyniadau): caiff ei gadw wrth eu hymyl.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>To keep a patch, wait until the work that is going on has ended.</source>
        <translation>I gadw darn o dir, arhoswch nes bod y gwaith sydd ar y gweill wedi dod i ben.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>Use the selected shapes</source>
        <translation>Defnyddio'r siapiau a ddewiswyd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <source>Value</source>
        <translation>Gwerth</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <source>Values behind it</source>
        <translation>Gwerthoedd sylfaenol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>Values behind it:</source>
        <translation>Gwerthoedd sylfaenol:</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <source>What decides it on community need</source>
        <translation>Beth sy'n penderfynu o ran angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <location filename="../../ui/dialogs/patch_people.py"/>
        <source>Where people live</source>
        <translation>Lle mae pobl yn byw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_panel.py"/>
        <source>Zoom to it</source>
        <translation>Chwyddo ati</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>and 1 more with a smaller share</source>
        <translation>ac 1 arall â chyfran lai</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>and {count} more with smaller shares</source>
        <translation>a {count} arall â chyfrannau llai</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>not known</source>
        <translation>anhysbys</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>not ranked, since a value is missing</source>
        <translation>heb fod yn y drefn, gan fod gwerth ar goll</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>rank {need} on need, {deprivation} on deprivation; {category}</source>
        <translation>safle {need} ar angen, {deprivation} ar amddifadedd; {category}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>rank {rank} of {n}</source>
        <translation>safle {rank} o {n}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch.py"/>
        <source>the layer of boundaries</source>
        <translation>haen y ffiniau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch.py"/>
        <source>the patch</source>
        <translation>y darn o dir</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_work.py"/>
        <source>{cni} on community need, {imd} on deprivation</source>
        <translation>{cni} ar angen cymunedol, {imd} ar amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector.py"/>
        <source>{code} is not among the areas ranked now.</source>
        <translation>Nid yw {code} ymhlith yr ardaloedd yn y drefn nawr.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{count} people live here</source>
        <translation>mae {count} o bobl yn byw yma</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_words.py"/>
        <source>{count} people live in this patch.</source>
        <translation>Mae {count} o bobl yn byw yn y darn hwn o dir.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{count} people lived here in {year}</source>
        <translation>roedd {count} o bobl yn byw yma yn {year}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{count} places outside the limit ({limit}).</source>
        <translation>{count} lle y tu allan i'r terfyn ({limit}).</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{domain} holds it under: with a middling place there it would rank {rank}, inside.</source>
        <translation>{domain} sy'n ei chadw y tu allan: gyda safle canolig yno byddai'n safle {rank}, y tu mewn.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{domain} pushes it over, though not in the worst 20% itself: with a middling place there it would rank {rank}, outside.</source>
        <translation>{domain} sy'n ei gwthio i mewn, er nad yw yn yr 20% gwaethaf ei hun: gyda safle canolig yno byddai'n safle {rank}, y tu allan.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{domain} pushes it over: with a middling place there it would rank {rank}, outside.</source>
        <translation>{domain} sy'n ei gwthio i mewn: gyda safle canolig yno byddai'n safle {rank}, y tu allan.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{limit}, ranks 1 to {places}</source>
        <translation>{limit}, safleoedd 1 i {places}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{line} (more need than {percent} of areas)</source>
        <translation>{line} (mwy o angen na {percent} o ardaloedd)</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/inspector.py"/>
        <source>{name} is on the map, but no table of need holds it, so it is not ranked.</source>
        <translation>Mae {name} ar y map, ond nid yw mewn unrhyw dabl angen, felly nid yw yn y drefn.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{name}: among the {cni} on both community need and deprivation.</source>
        <translation>{name}: ymhlith y {cni} ar angen cymunedol ac ar amddifadedd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{name}: among the {cni} on community need and the {imd} on deprivation.</source>
        <translation>{name}: ymhlith y {cni} ar angen cymunedol a'r {imd} ar amddifadedd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{name}: among the {cni} on community need, but not the {imd} on deprivation.</source>
        <translation>{name}: ymhlith y {cni} ar angen cymunedol, ond nid y {imd} ar amddifadedd.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{name}: among the {imd} on deprivation, but not the {cni} on community need.</source>
        <translation>{name}: ymhlith y {imd} ar amddifadedd, ond nid y {cni} ar angen cymunedol.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{name}: inside neither limit.</source>
        <translation>{name}: y tu allan i'r ddau derfyn.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{name}: it lacks a rank, so it has no category.</source>
        <translation>{name}: nid oes ganddi safle, felly nid oes ganddi gategori.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/area_words.py"/>
        <source>{rank}, decile {decile}</source>
        <translation>{rank}, degradd {decile}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/patch_panel.py"/>
        <source>{words}…</source>
        <translation>{words}…</translation>
    </message>
</context>
<context>
    <name>KeepPage</name>
    <message>
        <location filename="../../ui/maps/layouts/keep_page.py"/>
        <source>Page: {name}</source>
        <translation>Tudalen: {name}</translation>
    </message>
</context>
<context>
    <name>LimitEditor</name>
    <message>
        <location filename="../../ui/dialogs/limit_editor.py"/>
        <source>Drag to see at once what another limit gives.</source>
        <translation>Llusgwch i weld ar unwaith beth mae terfyn arall yn ei roi.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limit_editor.py"/>
        <source>How far down the ranks 'worst' goes. Type a number, or press the up and down arrows.</source>
        <translation>Pa mor bell i lawr y safleoedd y mae 'gwaethaf' yn mynd. Teipiwch rif, neu pwyswch y saethau i fyny ac i lawr.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/limit_editor.py"/>
        <source>{limit}, slider</source>
        <translation>{limit}, llithrydd</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>'Estimate by land area' is ticked although small areas or look-ups say where people live. Untick it, or leave these out.</source>
        <translation>Mae 'Amcangyfrif yn ôl arwynebedd tir' wedi'i dicio er bod ardaloedd bach neu dablau cyswllt yn dweud ble mae pobl yn byw. Dad-diciwch ef, neu hepgorwch y rhain.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>'Show only areas where' asks for a column '{column}', which {table} does not have. It has: {columns}. Choose one of these.</source>
        <translation>Mae 'Dangos ardaloedd dim ond lle' yn gofyn am golofn '{column}', nad yw yn {table}. Y colofnau yno yw: {columns}. Dewiswch un o'r rhain.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>'Show only areas where' cannot be read ({reason}): {focus}. Write it like this: "district_name" = 'Leeds'</source>
        <translation>Ni ellir darllen 'Dangos ardaloedd dim ond lle' ({reason}): {focus}. Ysgrifennwch ef fel hyn: "district_name" = 'Leeds'</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>'equal' or 'given' for fewer than 3 indicators</source>
        <translation>'equal' neu 'given' ar gyfer llai na 3 dangosydd</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>'{indicator}' counts more cases than people for {codes}. Correct these rows.</source>
        <translation>Mae '{indicator}' yn cyfrif mwy o achosion nag o bobl ar gyfer {codes}. Cywirwch y rhesi hyn.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>'{indicator}' goes down to {value}, and a logarithm needs values of 0 or more. Choose another treatment of its outliers.</source>
        <translation>Mae '{indicator}' yn mynd i lawr i {value}, ac mae angen gwerthoedd o 0 neu fwy ar gyfer logarithm. Dewiswch ffordd arall o drin ei allanolion.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>'{indicator}' has no value for {count} area(s), and its definition does not allow that. Fill them in, or choose what missing values get.</source>
        <translation>Nid oes gwerth ar gyfer '{indicator}' mewn {count} ardal, ac nid yw ei ddiffiniad yn caniatáu hynny. Llenwch y bylchau, neu dewiswch beth a gaiff gwerthoedd coll.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>'{indicator}' is the same everywhere once its outliers are treated, so it cannot rank areas.</source>
        <translation>Mae '{indicator}' yr un fath ym mhobman ar ôl trin ei allanolion, felly ni all osod ardaloedd mewn trefn.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>'{indicator}' points the other way than the rest of '{domain}' (loading {loading}). Turn its direction, leave it out, or use equal weights.</source>
        <translation>Mae '{indicator}' yn pwyntio'n groes i weddill '{domain}' (llwythiad {loading}). Trowch ei gyfeiriad, hepgorwch ef, neu defnyddiwch bwysiadau cyfartal.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>'{indicator}' pulls against its domain '{domain}': r = {r}. Check its direction.</source>
        <translation>Mae '{indicator}' yn tynnu'n groes i'w faes '{domain}': r = {r}. Gwiriwch ei gyfeiriad.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>'{indicator}' takes nearly all of the factor of '{domain}' (a Heywood case): its weight is not firm.</source>
        <translation>Mae '{indicator}' yn cymryd bron y cyfan o ffactor '{domain}' (achos Heywood): nid yw ei bwysiad yn gadarn.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>'{indicator}' was filled in for {count} area(s) without a value.</source>
        <translation>Llenwyd '{indicator}' ar gyfer {count} ardal heb werth.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>'{name}' is blank, but the limits are numbers of areas, so each must be given: a whole number of 1 or more.</source>
        <translation>Mae '{name}' yn wag, ond niferoedd o ardaloedd yw'r terfynau, felly rhaid rhoi pob un: rhif cyfan o 1 neu fwy.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>'{name}' is {found} areas, but only {ranked} areas are ranked. Choose a smaller number.</source>
        <translation>'{name}' yw {found} ardal, ond dim ond {ranked} ardal a osodwyd mewn trefn. Dewiswch rif llai.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>'{name}' is {found}. As a number of areas it must be a whole number of 1 or more.</source>
        <translation>'{name}' yw {found}. Fel nifer o ardaloedd rhaid iddo fod yn rhif cyfan o 1 neu fwy.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>'{name}' is {found}. As a percentage it must be above 0 and at most 100.</source>
        <translation>'{name}' yw {found}. Fel canran rhaid iddo fod yn fwy na 0 ac yn ddim mwy na 100.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>'{name}' must be a number of metres, 0 or more. CNI 2019 uses 1,000.</source>
        <translation>Rhaid i '{name}' fod yn nifer o fetrau, 0 neu fwy. Mae CNI 2019 yn defnyddio 1,000.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>'{title}' broke off on its way from {host} after {received} bytes. Run again.</source>
        <translation>Torrwyd '{title}' ar ei ffordd o {host} ar ôl {received} beit. Rhedwch eto.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>'{title}' came too slowly from {host} and was given up after {received} bytes. Try again later.</source>
        <translation>Daeth '{title}' yn rhy araf o {host} a rhoddwyd y gorau iddi ar ôl {received} beit. Rhowch gynnig arall arni yn nes ymlaen.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>'{title}' has no address that a program may fetch it from. Download it by hand from {page}, and load the file in QGIS.</source>
        <translation>Nid oes gan '{title}' gyfeiriad y caiff rhaglen ei nôl ohono. Lawrlwythwch ef â llaw o {page}, a llwythwch y ffeil yn QGIS.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>'{title}' has shapes and cannot be saved as {name}. Save it as a GeoPackage (.gpkg).</source>
        <translation>Mae gan '{title}' siapiau, ac ni ellir ei gadw fel {name}. Cadwch ef fel GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>'{title}' is no longer the file that the catalogue knows (its SHA-256 begins with {found}, not with {wanted}). Look at {page}.</source>
        <translation>Nid '{title}' yw'r ffeil y mae'r catalog yn ei hadnabod mwyach (mae ei SHA-256 yn dechrau â {found}, nid â {wanted}). Edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>'{title}' is one file, so it cannot be filtered on its way. Leave 'Only rows where' and 'Only within' blank, and filter the result.</source>
        <translation>Un ffeil yw '{title}', felly ni ellir ei hidlo ar ei ffordd. Gadewch 'Dim ond rhesi lle' a 'Dim ond o fewn' yn wag, a hidlwch y canlyniad.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>'{title}' lacks the column(s) {missing}. It has: {columns}. The publisher may have changed it: look at {page}.</source>
        <translation>Mae '{title}' heb y golofn neu'r colofnau {missing}. Y colofnau yno yw: {columns}. Efallai bod y cyhoeddwr wedi'i newid: edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>64 digits and letters from a to f</source>
        <translation>64 o ddigidau a llythrennau o a i f</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>A measure per 1,000 residents was chosen, but no column of residents was given or recognised in {name}. Name the column, or leave these measures out.</source>
        <translation>Dewiswyd mesur fesul 1,000 o breswylwyr, ond ni roddwyd colofn preswylwyr ac ni chafwyd un yn {name}. Enwch y golofn, neu hepgorwch y mesurau hyn.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/printing.py"/>
        <source>A page cannot be written as {name}. Choose a name that ends in {endings}.</source>
        <translation>Ni ellir ysgrifennu tudalen fel {name}. Dewiswch enw sy'n gorffen yn {endings}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>All weights in '{domain}' are zero. Give at least one of its domains a weight above zero.</source>
        <translation>Mae pob pwysiad yn '{domain}' yn sero. Rhowch bwysiad uwch na sero i o leiaf un o'i feysydd.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/outputs.py"/>
        <source>CNI Mapper needs the Python package(s) {packages}, which this QGIS does not have. Close QGIS, run this command, and start QGIS again (on Windows, in the OSGeo4W Shell of the Start menu): {command}</source>
        <translation>Mae angen y pecyn(nau) Python {packages} ar CNI Mapper, ac nid ydynt gan y QGIS hwn. Caewch QGIS, rhedwch y gorchymyn hwn, a dechreuwch QGIS eto (ar Windows, yn OSGeo4W Shell y ddewislen Start): {command}</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Column 'category' of {table} holds {found}, but a result has only {allowed}. Choose a result as it was made.</source>
        <translation>Mae colofn 'category' yn {table} yn cynnwys {found}, ond dim ond {allowed} sydd mewn canlyniad. Dewiswch ganlyniad fel y cafodd ei wneud.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Column '{column}' is not used: the look-up's own residents ('{used}') are.</source>
        <translation>Ni ddefnyddir colofn '{column}': defnyddir preswylwyr y tabl cyswllt ei hun ('{used}').</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>Column '{column}' is zero for {codes}, so no rate can be had there. Correct or leave out these areas.</source>
        <translation>Mae colofn '{column}' yn sero ar gyfer {codes}, felly ni ellir cael cyfradd yno. Cywirwch neu hepgorwch yr ardaloedd hyn.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Column '{column}' of {table} cannot travel, since the result has a column of that name with another meaning. Leave it out, or rename it.</source>
        <translation>Ni ellir trosglwyddo colofn '{column}' yn {table}, gan fod gan y canlyniad golofn o'r enw hwnnw ag ystyr arall. Hepgorwch hi, neu ailenwch hi.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>Column '{column}' of {table} counts people but holds numbers below zero, first for {rows}. Correct or blank them.</source>
        <translation>Mae colofn '{column}' yn {table} yn cyfrif pobl ond yn cynnwys rhifau islaw sero, yn gyntaf ar gyfer {rows}. Cywirwch nhw neu gadewch nhw'n wag.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>Column '{column}' of {table} holds infinite numbers, first for {rows}. Correct or blank them.</source>
        <translation>Mae colofn '{column}' yn {table} yn cynnwys rhifau anfeidraidd, yn gyntaf ar gyfer {rows}. Cywirwch nhw neu gadewch nhw'n wag.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/desktop.py"/>
        <source>Column '{column}' of {table} holds no codes: it is blank everywhere. Choose the column of codes.</source>
        <translation>Nid oes codau yng ngholofn '{column}' yn {table}: mae'n wag ym mhobman. Dewiswch golofn y codau.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>Column '{column}' of {table} holds no number at all, so '{domain}' cannot be computed. Choose a table that has its numbers.</source>
        <translation>Nid oes yr un rhif yng ngholofn '{column}' yn {table}, felly ni ellir cyfrifo '{domain}'. Dewiswch dabl sydd â'i rhifau.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Column '{column}' of {table} holds no number at all, so it can be neither summed nor averaged. Choose it under 'Columns by majority' if it holds kinds.</source>
        <translation>Nid oes yr un rhif yng ngholofn '{column}' yn {table}, felly ni ellir ei hadio na'i chyfartaleddu. Dewiswch hi dan 'Colofnau yn ôl mwyafrif' os yw'n cynnwys mathau.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>Column '{column}' of {table} holds no number at all. Choose the column that holds the score.</source>
        <translation>Nid oes yr un rhif yng ngholofn '{column}' yn {table}. Dewiswch y golofn sy'n cynnwys y sgôr.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Column '{column}' of {table} holds ranks or deciles. They say nothing of other areas: carry the score or the count behind them, and rank the new areas by it.</source>
        <translation>Mae colofn '{column}' yn {table} yn cynnwys safleoedd neu ddegraddau. Nid ydynt yn dweud dim am ardaloedd eraill: trosglwyddwch y sgôr neu'r cyfrif y tu ôl iddynt, a gosodwch yr ardaloedd newydd mewn trefn yn ôl hwnnw.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>Column '{column}' of {table} holds ranks, where 1 is worst; a score is higher where things are worse. Choose the column of scores.</source>
        <translation>Mae colofn '{column}' yn {table} yn cynnwys safleoedd, lle mae 1 waethaf; mae sgôr yn uwch lle mae pethau'n waeth. Dewiswch golofn y sgoriau.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Column '{column}' of {table} holds {found}, but deciles go from 1 to 10. Choose a result as it was made.</source>
        <translation>Mae colofn '{column}' yn {table} yn cynnwys {found}, ond mae degraddau'n mynd o 1 i 10. Dewiswch ganlyniad fel y cafodd ei wneud.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Column '{column}' of {table} is chosen twice. A column is summed, averaged or taken by majority.</source>
        <translation>Dewiswyd colofn '{column}' yn {table} ddwywaith. Caiff colofn ei hadio, ei chyfartaleddu neu ei chymryd yn ôl mwyafrif.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Column '{column}' of {table} is used for the number of residents.</source>
        <translation>Defnyddir colofn '{column}' yn {table} ar gyfer nifer y preswylwyr.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>Column '{column}' of {table} is {value} everywhere, so it cannot rank areas on '{domain}'. Choose a table in which it differs from area to area.</source>
        <translation>Mae colofn '{column}' yn {table} yn {value} ym mhobman, felly ni all osod ardaloedd mewn trefn ar '{domain}'. Dewiswch dabl lle mae'n amrywio o ardal i ardal.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>Column '{column}' of {table} is {value} everywhere, so it cannot rank areas. Choose another column.</source>
        <translation>Mae colofn '{column}' yn {table} yn {value} ym mhobman, felly ni all osod ardaloedd mewn trefn. Dewiswch golofn arall.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>Column '{column}' of {table} names no district for {codes}. Every area needs one for this index.</source>
        <translation>Nid yw colofn '{column}' yn {table} yn enwi awdurdod lleol ar gyfer {codes}. Mae angen un ar bob ardal ar gyfer y mynegai hwn.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>Column '{column}' stands in more than one table ({tables}). Leave out all but one of them.</source>
        <translation>Mae colofn '{column}' mewn mwy nag un tabl ({tables}). Hepgorwch bob un ond un ohonynt.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Community Needs Index</source>
        <translation>Mynegai Anghenion Cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Deprivation: a score for the area itself (exact).</source>
        <translation>Amddifadedd: sgôr i'r ardal ei hun (union).</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Deprivation: rebuilt from smaller areas, some shared with other areas (estimated), so not official.</source>
        <translation>Amddifadedd: wedi'i ailadeiladu o ardaloedd llai, rhai wedi'u rhannu ag ardaloedd eraill (amcangyfrif), felly nid yw'n swyddogol.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Deprivation: rebuilt from smaller areas, some without a score (partial), so not official.</source>
        <translation>Amddifadedd: wedi'i ailadeiladu o ardaloedd llai, rhai heb sgôr (rhannol), felly nid yw'n swyddogol.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Deprivation: rebuilt from whole smaller areas (best fit), so not official.</source>
        <translation>Amddifadedd: wedi'i ailadeiladu o ardaloedd llai cyfan (ffit orau), felly nid yw'n swyddogol.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Deprived</source>
        <translation>Difreintiedig</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>Domain '{domain}' needs a column called {wanted}, which none of the tables has ({tables}). Add a table that has it, or choose another index. A Shapefile cuts column names to ten letters.</source>
        <translation>Mae angen colofn o'r enw {wanted} ar faes '{domain}', ac nid yw yn yr un o'r tablau ({tables}). Ychwanegwch dabl sy'n ei chynnwys, neu dewiswch fynegai arall. Mae Shapefile yn torri enwau colofnau i ddeg llythyren.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>Downloads cannot be kept in {folder} ({reason}). Make room there, or give yourself the right to write there.</source>
        <translation>Ni ellir cadw lawrlwythiadau yn {folder} ({reason}). Gwnewch le yno, neu rhowch yr hawl i chi'ch hun ysgrifennu yno.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>England</source>
        <translation>Lloegr</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Estimated by land area: residents are taken as spread evenly over each area, which they are not.</source>
        <translation>Amcangyfrif yn ôl arwynebedd tir: cymerir bod preswylwyr wedi'u taenu'n gyson dros bob ardal, ac nid ydynt.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>High need</source>
        <translation>Angen uchel</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>High on both</source>
        <translation>Uchel ar y ddau</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>In {count} of {total} areas two kinds have equal weight, and the first of the alphabet was taken ('tied' names the columns): {codes}.</source>
        <translation>Mewn {count} o {total} ardal mae gan ddau fath yr un pwysiad, a chymerwyd y cyntaf yn nhrefn yr wyddor (mae 'tied' yn enwi'r colofnau): {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>In {count} of {total} places most residents live where the result has no data or no area: {names}.</source>
        <translation>Mewn {count} o {total} lle mae'r rhan fwyaf o'r preswylwyr yn byw lle nad oes gan y canlyniad ddata nac ardal: {names}.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Index of Multiple Deprivation</source>
        <translation>Mynegai Amddifadedd Lluosog</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>JSON text</source>
        <translation>Testun JSON</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>LSOA</source>
        <translation>ardal LSOA</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>LSOAs</source>
        <translation>ardaloedd LSOA</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Land cannot be measured in degrees, and that is what {names} are in. Export one of them in metres, for example EPSG:27700.</source>
        <translation>Ni ellir mesur tir mewn graddau, ac mewn graddau y mae {names}. Allforiwch un ohonynt mewn metrau, er enghraifft EPSG:27700.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/outputs.py"/>
        <source>Layer '{layer}' shows {name} and is being edited. Save or discard the edits, then run again.</source>
        <translation>Mae haen '{layer}' yn dangos {name} ac yn cael ei golygu. Cadwch y golygiadau neu gwaredwch nhw, yna rhedwch eto.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Left behind</source>
        <translation>Wedi'u gadael ar ôl</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>Left behind: rebuilt {rebuilt}, published {published}{differences}.</source>
        <translation>Wedi'u gadael ar ôl: ailadeiladwyd {rebuilt}, cyhoeddwyd {published}{differences}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>Left behind: the {count} areas that the publishers list, too.</source>
        <translation>Wedi'u gadael ar ôl: yr un {count} ardal ag ar restr y cyhoeddwyr.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/desktop.py"/>
        <source>Looking at this layer was stopped. Press 'Read again' to go on.</source>
        <translation>Stopiwyd edrych ar yr haen hon. Pwyswch 'Darllen eto' i fynd ymlaen.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>MSOA</source>
        <translation>ardal MSOA</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>MSOAs</source>
        <translation>ardaloedd MSOA</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Neither look-up has residents, so the weights are shares, which sum to 1 for each small area: they count no people.</source>
        <translation>Nid oes preswylwyr yn y naill dabl cyswllt na'r llall, felly cyfrannau yw'r pwysiadau, sy'n adio i 1 ar gyfer pob ardal fach: nid ydynt yn cyfrif pobl.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>No area has two thirds of the indicators of '{domain}', so it cannot be computed. Fill in values, or choose what missing values get.</source>
        <translation>Nid oes gan yr un ardal ddwy ran o dair o ddangosyddion '{domain}', felly ni ellir ei gyfrifo. Llenwch werthoedd, neu dewiswch beth a gaiff gwerthoedd coll.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>No area is left to show in {where}. Check 'Show only areas where' and the layer's selection.</source>
        <translation>Nid oes ardal ar ôl i'w dangos yn {where}. Gwiriwch 'Dangos ardaloedd dim ond lle' a'r hyn a ddewiswyd yn yr haen.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>No area of {table} is left to show where: {focus}. It has the columns {columns}. Correct the condition.</source>
        <translation>Nid oes ardal yn {table} ar ôl i'w dangos lle: {focus}. Y colofnau yno yw {columns}. Cywirwch yr amod.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>No area of {table} is selected. Select the areas to show, or show all.</source>
        <translation>Ni ddewiswyd ardal yn {table}. Dewiswch yr ardaloedd i'w dangos, neu dangoswch bob un.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>No column of area codes was recognised in {table}. It has: {columns}. Name the column that holds the codes.</source>
        <translation>Ni chafwyd colofn codau ardaloedd yn {table}. Y colofnau yno yw: {columns}. Enwch y golofn sy'n cynnwys y codau.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>No column of community need scores was recognised in {table}. It has: {columns}. Name the score column.</source>
        <translation>Ni chafwyd colofn sgoriau angen cymunedol yn {table}. Y colofnau yno yw: {columns}. Enwch golofn y sgôr.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>No column of deprivation scores was recognised in {table}. It has: {columns}. Name the score column.</source>
        <translation>Ni chafwyd colofn sgoriau amddifadedd yn {table}. Y colofnau yno yw: {columns}. Enwch golofn y sgôr.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>No column of residents was given or found in {tables}. Name the column of residents of the points or of a look-up.</source>
        <translation>Ni roddwyd colofn preswylwyr ac ni chafwyd un yn {tables}. Enwch golofn preswylwyr y pwyntiau neu dabl cyswllt.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>No column of residents was given or found, so every small area counts the same and no people are counted.</source>
        <translation>Ni roddwyd colofn preswylwyr ac ni chafwyd un, felly mae pob ardal fach yn cyfrif yr un fath ac ni chyfrifir pobl.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>No column of residents was recognised in {table}. It has: {columns}. Name the column of residents.</source>
        <translation>Ni chafwyd colofn preswylwyr yn {table}. Y colofnau yno yw: {columns}. Enwch golofn y preswylwyr.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>No common factor can be found for '{domain}': too few areas have all its indicators, one repeats others, or they have nothing in common. Use equal or given weights.</source>
        <translation>Ni ellir canfod ffactor cyffredin ar gyfer '{domain}': mae gan rhy ychydig o ardaloedd ei holl ddangosyddion, mae un yn ailadrodd eraill, neu nid oes dim yn gyffredin rhyngddynt. Defnyddiwch bwysiadau cyfartal neu rai a roddir.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>No data</source>
        <translation>Dim data</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>No row of '{title}' is left. Check 'Only rows where' and 'Only within'.</source>
        <translation>Nid oes rhes o '{title}' ar ôl. Gwiriwch 'Dim ond rhesi lle' a 'Dim ond o fewn'.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>No weights were given or found, so every area of the table counts the same in averages and majorities.</source>
        <translation>Ni roddwyd pwysiadau ac ni chafwyd rhai, felly mae pob ardal yn y tabl yn cyfrif yr un fath mewn cyfartaleddau a mwyafrifoedd.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/printing.py"/>
        <source>None of the areas chosen of {table} has a shape, so there is no map of them. Choose other areas.</source>
        <translation>Nid oes siâp gan yr un o'r ardaloedd a ddewiswyd yn {table}, felly nid oes map ohonynt. Dewiswch ardaloedd eraill.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>None of the {count} place(s) of {name} lies within {distance} m of an area. Check that its coordinate system is set right.</source>
        <translation>Nid oes yr un o {count} lle {name} o fewn {distance} m i ardal. Gwiriwch fod ei system gyfesurynnau wedi'i gosod yn gywir.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>Northern Ireland</source>
        <translation>Gogledd Iwerddon</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/outputs.py"/>
        <source>Nothing can be written to {folder} ({reason}). Choose a folder you may write to. What was there is unchanged.</source>
        <translation>Ni ellir ysgrifennu dim i {folder} ({reason}). Dewiswch ffolder y cewch ysgrifennu iddo. Nid yw'r hyn oedd yno wedi newid.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>Nothing is chosen for '{name}'. Choose a layer or a file.</source>
        <translation>Nid oes dim wedi'i ddewis ar gyfer '{name}'. Dewiswch haen neu ffeil.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Nothing says how the columns of {table} travel. It has: {columns}. Choose counts under 'Columns to sum', rates and scores under 'Columns to average', kinds under 'Columns by majority'. Ranks and deciles cannot travel.</source>
        <translation>Nid oes dim yn dweud sut i drosglwyddo colofnau {table}. Y colofnau yno yw: {columns}. Dewiswch gyfrifon dan 'Colofnau i'w hadio', cyfraddau a sgoriau dan 'Colofnau i'w cyfartaleddu', mathau dan 'Colofnau yn ôl mwyafrif'. Ni ellir trosglwyddo safleoedd na degraddau.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Nothing says where people live. Give small areas with residents, or both look-ups from small areas; only where there are none, tick 'Estimate by land area'.</source>
        <translation>Nid oes dim yn dweud ble mae pobl yn byw. Rhowch ardaloedd bach â phreswylwyr, neu'r ddau dabl cyswllt o ardaloedd bach; ticiwch 'Amcangyfrif yn ôl arwynebedd tir' dim ond lle nad oes rhai.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>Only {count} areas are ranked on the {index}, too few for deciles.</source>
        <translation>Dim ond {count} ardal a osodwyd mewn trefn ar y {index}, rhy ychydig ar gyfer degraddau.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>Only {matched} of {total} codes of {left} are found in {right}: {left} has {left_geography} such as {examples}, and {right} has {right_geography} such as {others}. Choose tables of the same areas and year, or a look-up between them.</source>
        <translation>Dim ond {matched} o {total} cod {left} a geir yn {right}: yn {left} ceir {left_geography} megis {examples}, ac yn {right} ceir {right_geography} megis {others}. Dewiswch dablau o'r un ardaloedd a'r un flwyddyn, neu dabl cyswllt rhyngddynt.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Other</source>
        <translation>Arall</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>Ranks are among the {found} areas supplied, not among all {wanted} of {place}.</source>
        <translation>Mae'r safleoedd ymhlith y {found} ardal a roddwyd, nid ymhlith pob un o'r {wanted} ({place}).</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>Scotland</source>
        <translation>Yr Alban</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>Show this wherever the data is used: {text} Licence: {licence}.</source>
        <translation>Dangoswch hyn ble bynnag y defnyddir y data: {text} Trwydded: {licence}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>Some areas have no value in columns of {table} and count as missing there: {columns} ({counts} areas).</source>
        <translation>Nid oes gwerth gan rai ardaloedd mewn colofnau yn {table}, ac maent yn cyfrif fel rhai coll yno: {columns} ({counts} ardal).</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/desktop.py"/>
        <source>Something went wrong that CNI Mapper did not foresee ({reason}). Nothing was changed. The log messages (View &gt; Panels) have the details; please report them.</source>
        <translation>Aeth rhywbeth o'i le na ragwelodd CNI Mapper ({reason}). Ni newidiwyd dim. Mae'r manylion yn y negeseuon log (View &gt; Panels); rhowch wybod amdanynt.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/outputs.py"/>
        <source>Stopped. Nothing was written.</source>
        <translation>Stopiwyd. Ni ysgrifennwyd dim.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/printing.py"/>
        <source>The GDAL library of this QGIS cannot put map layers into a PDF: {name} is complete, but its layers cannot be switched off.</source>
        <translation>Ni all llyfrgell GDAL y QGIS hwn roi haenau map mewn PDF: mae {name} yn gyflawn, ond ni ellir diffodd ei haenau.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>The address of '{title}' has not been confirmed. Compare what you get with {page}.</source>
        <translation>Nid yw cyfeiriad '{title}' wedi'i gadarnhau. Cymharwch yr hyn a gewch â {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>The catalogue {file} has no entry '{name}'. It has: {known}. Write file.json#id with one of these.</source>
        <translation>Nid oes cofnod '{name}' yn y catalog {file}. Y cofnodion yno yw: {known}. Ysgrifennwch file.json#id ag un o'r rhain.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>The catalogue {name} has {count} fault(s); correct them all: {faults}</source>
        <translation>Mae {count} gwall yn y catalog {name}; cywirwch bob un: {faults}</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>The column of residents of {table} is zero for {count} area(s), first {codes}, so nothing can be given per 1,000 residents. Correct or blank them, or choose only measures that need no residents.</source>
        <translation>Mae colofn preswylwyr {table} yn sero ar gyfer {count} ardal, yn gyntaf {codes}, felly ni ellir rhoi dim fesul 1,000 o breswylwyr. Cywirwch nhw neu gadewch nhw'n wag, neu dewiswch fesurau nad oes angen preswylwyr arnynt yn unig.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>The columns of the look-up {table} were not recognised: one must hold codes like {small}, another codes like {area}. It has: {columns}. Name both columns, or choose a look-up between these codes.</source>
        <translation>Ni chafwyd colofnau'r tabl cyswllt {table}: rhaid i un gynnwys codau fel {small}, ac un arall godau fel {area}. Y colofnau yno yw: {columns}. Enwch y ddwy golofn, neu dewiswch dabl cyswllt rhwng y codau hyn.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>The coordinate system to measure in is not known. Choose one in metres, such as EPSG:27700 (British National Grid).</source>
        <translation>Nid yw'r system gyfesurynnau i fesur ynddi yn hysbys. Dewiswch un mewn metrau, megis EPSG:27700 (British National Grid).</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>The copy of '{title}' downloaded on {day} is kept: run again without 'Download again' to use it.</source>
        <translation>Cedwir y copi o '{title}' a lawrlwythwyd ar {day}: rhedwch eto heb 'Lawrlwytho eto' i'w ddefnyddio.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>The definition {name} has {count} fault(s); correct them all: {faults}</source>
        <translation>Mae {count} gwall yn y diffiniad {name}; cywirwch bob un: {faults}</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/outputs.py"/>
        <source>The folder {folder} does not exist. Choose a folder that does.</source>
        <translation>Nid yw'r ffolder {folder} yn bod. Dewiswch ffolder sy'n bod.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/templates.py"/>
        <source>The logo {name} is not a picture that QGIS can read; it was left out.</source>
        <translation>Nid yw'r logo {name} yn llun y gall QGIS ei ddarllen; fe'i hepgorwyd.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>The look-up {table} would lead from column '{column}' to itself. Choose two different columns.</source>
        <translation>Byddai'r tabl cyswllt {table} yn arwain o golofn '{column}' iddi hi ei hun. Dewiswch ddwy golofn wahanol.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/exports.py"/>
        <source>The method note cannot be written as {name}. Let its name end in {endings}.</source>
        <translation>Ni ellir ysgrifennu'r nodyn dull fel {name}. Rhowch enw iddo sy'n gorffen yn {endings}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/exports.py"/>
        <source>The method note was shortened to fit the page of {name}. Write it as Markdown (.md) too to keep all of it.</source>
        <translation>Byrhawyd y nodyn dull i ffitio ar dudalen {name}. Ysgrifennwch ef fel Markdown (.md) hefyd i gadw'r cyfan ohono.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/exports.py"/>
        <source>The project {name} has no page to print, since none of the areas chosen has a shape.</source>
        <translation>Nid oes gan y project {name} dudalen i'w hargraffu, gan nad oes siâp gan yr un o'r ardaloedd a ddewiswyd.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/exports.py"/>
        <source>The result cannot be exported as {name}. Let its name end in .gpkg, .xlsx, .csv, .qgz or .qgs, or give a folder (a name without an ending) for all of them.</source>
        <translation>Ni ellir allforio'r canlyniad fel {name}. Rhowch enw iddo sy'n gorffen yn .gpkg, .xlsx, .csv, .qgz neu .qgs, neu rhowch ffolder (enw heb derfyniad) i gael pob un ohonynt.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/outputs.py"/>
        <source>The result cannot be saved as {name}. Save it as a GeoPackage (.gpkg) or to PostGIS, which keep its column names and styles whole; a plain table may also be .csv or .xlsx.</source>
        <translation>Ni ellir cadw'r canlyniad fel {name}. Cadwch ef fel GeoPackage (.gpkg) neu yn PostGIS, sy'n cadw enwau ei golofnau a'i arddulliau'n gyfan; gall tabl plaen hefyd fod yn .csv neu .xlsx.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/outputs.py"/>
        <source>The result would replace the input {name}. Choose another file or table for the result.</source>
        <translation>Byddai'r canlyniad yn disodli'r mewnbwn {name}. Dewiswch ffeil neu dabl arall ar gyfer y canlyniad.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/desktop.py"/>
        <source>The run '{name}' kept in this project cannot be read and was left out. The other runs are open.</source>
        <translation>Ni ellir darllen y rhediad '{name}' a gedwir yn y project hwn, ac fe'i hepgorwyd. Mae'r rhediadau eraill ar agor.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/outputs.py"/>
        <source>The run record {name} could not be written beside the result ({reason}).</source>
        <translation>Nid oedd modd ysgrifennu cofnod y rhediad {name} wrth ymyl y canlyniad ({reason}).</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>The share covered was chosen, but {name} holds no polygons, so it covers no ground. Choose other measures, or a layer of polygons.</source>
        <translation>Dewiswyd y gyfran a orchuddir, ond nid oes polygonau yn {name}, felly nid yw'n gorchuddio tir. Dewiswch fesurau eraill, neu haen o bolygonau.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/outputs.py"/>
        <source>The style {name} of the plugin cannot be read ({reason}). Install the plugin again.</source>
        <translation>Ni ellir darllen arddull {name} yr ategyn ({reason}). Gosodwch yr ategyn eto.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/printing.py"/>
        <source>The template has {count} pages, but {name} can hold only one. Save as PDF: choose a name that ends in .pdf.</source>
        <translation>Mae gan y templed {count} tudalen, ond dim ond un y gall {name} ei dal. Cadwch fel PDF: dewiswch enw sy'n gorffen â .pdf.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/templates.py"/>
        <source>The template {name} cannot be read: {reason}. Save it again from QGIS's layout designer (Layout &gt; Save as Template), or choose another.</source>
        <translation>Ni ellir darllen y templed {name}: {reason}. Cadwch ef eto o ddylunydd cynlluniau QGIS (Layout &gt; Save as Template), neu dewiswch un arall.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/templates.py"/>
        <source>The template {name} must hold {missing}. Open it in QGIS's layout designer, give the items these ids (Item Properties &gt; Item ID) and save it again.</source>
        <translation>Rhaid i'r templed {name} gynnwys {missing}. Agorwch ef yn nylunydd cynlluniau QGIS, rhowch y dynodyddion hyn i'r eitemau (Item Properties &gt; Item ID) a chadwch ef eto.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/templates.py"/>
        <source>The text about sources does not fit the page and was shortened; the attributions are whole. Make the item 'sources' of the template larger.</source>
        <translation>Nid yw'r testun am ffynonellau'n ffitio ar y dudalen ac fe'i byrhawyd; mae'r priodoliadau'n gyfan. Gwnewch yr eitem 'sources' yn y templed yn fwy.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>The weight of '{domain}' is {weight}. A weight must be a number of zero or more.</source>
        <translation>Pwysiad '{domain}' yw {weight}. Rhaid i bwysiad fod yn rhif o sero neu fwy.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>The weights '{text}' cannot be read. Write them like this: civic_assets=2, connectedness=1</source>
        <translation>Ni ellir darllen y pwysiadau '{text}'. Ysgrifennwch nhw fel hyn: civic_assets=2, connectedness=1</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>The zip file of '{title}' from {host} holds no file like {pattern}. It holds: {names}. Look at {page}.</source>
        <translation>Nid oes ffeil fel {pattern} yn ffeil zip '{title}' o {host}. Y ffeiliau yno yw: {names}. Edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>The zip file of '{title}' from {host} is damaged ({reason}). Run again; if it stays so, look at {page}.</source>
        <translation>Mae ffeil zip '{title}' o {host} wedi'i difrodi ({reason}). Rhedwch eto; os yw'n parhau felly, edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>The zip file of '{title}' from {host} was not unpacked: '{name}' in it is a link, locked, or would be written outside its folder. Look at {page}.</source>
        <translation>Ni ddadbaciwyd ffeil zip '{title}' o {host}: mae '{name}' ynddi yn ddolen, dan glo, neu byddai'n cael ei hysgrifennu y tu allan i'w ffolder. Edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>The zip file of '{title}' from {host} was not unpacked: it would grow too large ({found}, where {limit} {of} is the limit). Look at {page}.</source>
        <translation>Ni ddadbaciwyd ffeil zip '{title}' o {host}: byddai'n tyfu'n rhy fawr ({found}, lle {limit} {of} yw'r terfyn). Edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>There is no catalogue entry '{name}'. Choose one of {known}, or write file.json#id for an entry of your own catalogue file.</source>
        <translation>Nid oes cofnod '{name}' yn y catalog. Dewiswch un o {known}, neu ysgrifennwch file.json#id am gofnod yn eich ffeil gatalog eich hun.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>There is no column '{column}' in {table}. It has: {columns}. Choose one of these.</source>
        <translation>Nid oes colofn '{column}' yn {table}. Y colofnau yno yw: {columns}. Dewiswch un o'r rhain.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>There is no domain or indicator '{domain}' to weight. This index has: {domains}.</source>
        <translation>Nid oes maes na dangosydd '{domain}' i'w bwyso. Yn y mynegai hwn ceir: {domains}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>There is no index definition '{name}'. Choose one of {shipped}, or the path of a definition file.</source>
        <translation>Nid oes diffiniad mynegai '{name}'. Dewiswch un o {shipped}, neu lwybr ffeil ddiffiniad.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/printing.py"/>
        <source>There is no page to write to {name}. Choose other areas.</source>
        <translation>Nid oes tudalen i'w hysgrifennu i {name}. Dewiswch ardaloedd eraill.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/templates.py"/>
        <source>There is no template {name}. Choose one of {shipped}, or a layout template of your own (a .qpt file).</source>
        <translation>Nid oes templed {name}. Dewiswch un o {shipped}, neu eich templed cynllun eich hun (ffeil .qpt).</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/templates.py"/>
        <source>These texts do not fit their places on the page and were shortened: {items}.</source>
        <translation>Nid yw'r testunau hyn yn ffitio yn eu lle ar y dudalen ac fe'u byrhawyd: {items}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>This index draws on districts, but no column of district codes was recognised in {tables}. Add one, such as district_code.</source>
        <translation>Mae'r mynegai hwn yn defnyddio awdurdodau lleol, ond ni chafwyd colofn codau awdurdodau lleol yn {tables}. Ychwanegwch un, megis district_code.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>Wales</source>
        <translation>Cymru</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>What {host} sent in place of '{title}' is damaged ({reason}). Run again; if it stays so, look at {page}.</source>
        <translation>Mae'r hyn a anfonodd {host} yn lle '{title}' wedi'i ddifrodi ({reason}). Rhedwch eto; os yw'n parhau felly, edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>Which column of the look-up {table} is the '{parameter}' is not clear: it has {columns}. Name the column.</source>
        <translation>Nid yw'n glir pa golofn yn y tabl cyswllt {table} yw '{parameter}': y colofnau yno yw {columns}. Enwch y golofn.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>a GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <location filename="../../ui/sentences/index.py"/>
        <source>a JSON object</source>
        <translation>gwrthrych JSON</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>a PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>a code such as EPSG:27700</source>
        <translation>cod megis EPSG:27700</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>a column name for both numerator and denominator</source>
        <translation>enw colofn ar gyfer y rhifiadur a'r enwadur</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>a file of an unknown kind</source>
        <translation>ffeil o fath anhysbys</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>a gzip file</source>
        <translation>ffeil gzip</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>a list</source>
        <translation>rhestr</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>a list of JSON objects</source>
        <translation>rhestr o wrthrychau JSON</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>a list of texts</source>
        <translation>rhestr o destunau</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>a number of 0 or more</source>
        <translation>rhif o 0 neu fwy</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>a picture</source>
        <translation>llun</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>a table as text</source>
        <translation>tabl fel testun</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>a web page</source>
        <translation>tudalen we</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>a whole number of 1 or more</source>
        <translation>rhif cyfan o 1 neu fwy</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>a zip file or workbook</source>
        <translation>ffeil zip neu weithlyfr</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>an XML message</source>
        <translation>neges XML</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>an address that begins with https:// or http://</source>
        <translation>cyfeiriad sy'n dechrau â https:// neu http://</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>an id other than cni, imd and index</source>
        <translation>dynodydd heblaw cni, imd ac index</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>an id that no other domain has</source>
        <translation>dynodydd nad oes gan yr un maes arall</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>an id that no other entry of the file has</source>
        <translation>dynodydd nad oes gan yr un cofnod arall yn y ffeil</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>and {count} more</source>
        <translation>a {count} arall</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>area</source>
        <translation>ardal</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>areas</source>
        <translation>ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>at least one weight above 0</source>
        <translation>o leiaf un pwysiad uwch na 0</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>at most 4 levels of domains</source>
        <translation>4 lefel o feysydd ar y mwyaf</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>codes</source>
        <translation>codau</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>data zone</source>
        <translation>ardal ddata</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>data zones</source>
        <translation>ardaloedd data</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>district</source>
        <translation>ardal awdurdod lleol</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>districts</source>
        <translation>ardaloedd awdurdodau lleol</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>empty</source>
        <translation>yn wag</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>false unless numerator and denominator are given</source>
        <translation>false oni roddir rhifiadur ac enwadur</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>given, unless numerator and denominator are</source>
        <translation>wedi'i roi, oni roddir rhifiadur ac enwadur</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>intermediate zone</source>
        <translation>ardal ganolradd</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>intermediate zones</source>
        <translation>ardaloedd canolradd</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>missing</source>
        <translation>ar goll</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>not on the published list: {names}</source>
        <translation>heb fod ar y rhestr a gyhoeddwyd: {names}</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>one of 'indicators', 'published' and 'domains'</source>
        <translation>un o 'indicators', 'published' a 'domains'</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>only on the published list: {names}</source>
        <translation>ar y rhestr a gyhoeddwyd yn unig: {names}</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>output area</source>
        <translation>ardal gynnyrch</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>output areas</source>
        <translation>ardaloedd cynnyrch</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>region</source>
        <translation>ardal ranbarthol</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>regions</source>
        <translation>ardaloedd rhanbarthol</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>small area</source>
        <translation>ardal fach</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>small areas</source>
        <translation>ardaloedd bach</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>small letters and digits with - between them</source>
        <translation>llythrennau bach a digidau gyda - rhyngddynt</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>small letters, digits and _ only, not beginning with a digit</source>
        <translation>llythrennau bach, digidau a _ yn unig, heb ddechrau â digid</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>some text</source>
        <translation>rhywfaint o destun</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>super output area</source>
        <translation>ardal gynnyrch ehangach</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>super output areas</source>
        <translation>ardaloedd cynnyrch ehangach</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>true or false</source>
        <translation>true neu false</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>two whole numbers from 1, the smaller first</source>
        <translation>dau rif cyfan o 1 i fyny, y lleiaf yn gyntaf</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>ward</source>
        <translation>ward</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/areas.py"/>
        <source>wards</source>
        <translation>wardiau</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>with both 'x' and 'y', or with neither</source>
        <translation>gydag 'x' ac 'y', neu heb yr un o'r ddau</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>{areas} of {year}</source>
        <translation>{areas} {year}</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{column}: {into} in, {out} out, {lost} lost ({rows} rows unmatched).</source>
        <translation>{column}: {into} i mewn, {out} allan, {lost} wedi'u colli ({rows} rhes heb ei chyfateb).</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} area(s) have no residents in {name}; their distance starts from a point inside them instead: {codes}.</source>
        <translation>Nid oes preswylwyr yn {name} ar gyfer {count} ardal; mae eu pellter yn dechrau o bwynt y tu mewn iddynt yn lle hynny: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>{count} area(s) have no value in column '{column}' of {table}, and count as missing there.</source>
        <translation>Nid oes gwerth gan {count} ardal yng ngholofn '{column}' yn {table}, ac maent yn cyfrif fel rhai coll yno.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} area(s) of the look-up {table} lie in several others and have no weights, so they are shared equally: {codes}.</source>
        <translation>Mae {count} ardal yn y tabl cyswllt {table} mewn sawl un arall heb bwysiadau, felly cânt eu rhannu'n gyfartal: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} area(s) of {name} have faulty shapes (drawn as they are): {codes}.</source>
        <translation>Mae gan {count} ardal yn {name} siapiau diffygiol (fe'u lluniwyd fel y maent): {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} area(s) of {name} have faulty shapes, repaired for measuring: {codes}.</source>
        <translation>Mae gan {count} ardal yn {name} siapiau diffygiol, a drwsiwyd ar gyfer mesur: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} area(s) of {name} have no shape and cannot be drawn: {codes}.</source>
        <translation>Nid oes siâp gan {count} ardal yn {name}, ac ni ellir eu llunio: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} area(s) of {name} have no shape, so nothing was measured for them: {codes}.</source>
        <translation>Nid oes siâp gan {count} ardal yn {name}, felly ni fesurwyd dim ar eu cyfer: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} area(s) of {table} have no number of residents, so they have no rate: {codes}.</source>
        <translation>Nid oes nifer preswylwyr gan {count} ardal yn {table}, felly nid oes ganddynt gyfradd: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/printing.py"/>
        <source>{count} area(s) of {table} lie in no district and are on no page: {codes}.</source>
        <translation>Nid yw {count} ardal yn {table} mewn unrhyw awdurdod lleol, ac nid ydynt ar unrhyw dudalen: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>{count} areas share rank {rank} on the {index}, across the edge of a decile at {places}: all of them are in the worse decile.</source>
        <translation>Mae {count} ardal yn rhannu safle {rank} ar y {index}, ar draws ymyl degradd yn {places}: maent i gyd yn y degradd gwaethaf o'r ddau.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>{count} areas share rank {rank} on the {index}, across the limit of {places}: all of them are inside.</source>
        <translation>Mae {count} ardal yn rhannu safle {rank} ar y {index}, ar draws y terfyn o {places}: maent i gyd y tu mewn.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>{count} code(s) stand more than once in column '{column}' of {table}: {codes}. Keep one row for each area.</source>
        <translation>Mae {count} cod yn digwydd fwy nag unwaith yng ngholofn '{column}' yn {table}: {codes}. Cadwch un rhes i bob ardal.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} different place(s) were counted {times} times, once for each area they are in or near: the counts of areas do not add up.</source>
        <translation>Cyfrifwyd {count} lle gwahanol {times} gwaith, unwaith ar gyfer pob ardal y maent ynddi neu'n agos ati: nid yw cyfrifon yr ardaloedd yn adio at ei gilydd.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} feature(s) of {name} have coordinates outside the system measured in and were left out (feature numbers): {codes}.</source>
        <translation>Mae gan {count} nodwedd yn {name} gyfesurynnau y tu allan i'r system y mesurir ynddi, ac fe'u hepgorwyd (rhifau'r nodweddion): {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} middle area(s) hold several small areas of {table}, whose residents it does not give, so their residents are shared equally: {codes}.</source>
        <translation>Mae {count} ardal ganol yn cynnwys sawl ardal fach o {table}, nad yw'n rhoi eu preswylwyr, felly rhennir eu preswylwyr yn gyfartal: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} middle area(s) of {left} are not in {right}, so what lies in them leads nowhere: {codes}.</source>
        <translation>Nid yw {count} ardal ganol yn {left} i'w cael yn {right}, felly nid yw'r hyn sydd ynddynt yn arwain i unman: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} middle area(s) of {right} are not in {left}, so no small area leads to them: {codes}.</source>
        <translation>Nid yw {count} ardal ganol yn {right} i'w cael yn {left}, felly nid oes ardal fach yn arwain atynt: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>{count} of the {total} areas ranked on need have no deprivation score: {codes}.</source>
        <translation>Nid oes sgôr amddifadedd gan {count} o'r {total} ardal a osodwyd mewn trefn yn ôl angen: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} of {total} areas lack a value for a part of them (quality 'partial'; 'missing' names the columns): {codes}.</source>
        <translation>Mae {count} o {total} ardal heb werth ar gyfer rhan ohonynt (ansawdd 'partial'; mae 'missing' yn enwi'r colofnau): {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>{count} of {total} areas of {left} are not in {right}: {codes}. They show as no data.</source>
        <translation>Nid yw {count} o {total} ardal yn {left} i'w cael yn {right}: {codes}. Fe'u dangosir fel dim data.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} of {total} places are known in part only (quality 'partial'): {names}.</source>
        <translation>Dim ond rhan o {count} o {total} lle sy'n hysbys (ansawdd 'partial'): {names}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} of {total} places hold no residents of any small area, so they have no shares: {names}.</source>
        <translation>Nid oes preswylwyr unrhyw ardal fach mewn {count} o {total} lle, felly nid oes ganddynt gyfrannau: {names}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} of {total} rows of {left} are not in the look-up {right} and are lost: {codes}.</source>
        <translation>Nid yw {count} o {total} rhes yn {left} i'w cael yn y tabl cyswllt {right}, ac fe'u collir: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} of {total} small areas of the look-up {left} have no score in {right}: {codes}.</source>
        <translation>Nid oes sgôr yn {right} gan {count} o {total} ardal fach yn y tabl cyswllt {left}: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/printing.py"/>
        <source>{count} page(s) were left out, since none of their areas has a shape: {names}.</source>
        <translation>Hepgorwyd {count} tudalen, gan nad oes siâp gan yr un o'u hardaloedd: {names}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} place(s) of {name} have faulty shapes, repaired for measuring (feature numbers): {codes}.</source>
        <translation>Mae gan {count} lle yn {name} siapiau diffygiol, a drwsiwyd ar gyfer mesur (rhifau'r nodweddion): {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} place(s) of {name} have no shape and were left out (feature numbers): {codes}.</source>
        <translation>Nid oes siâp gan {count} lle yn {name}, ac fe'u hepgorwyd (rhifau'r nodweddion): {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} point(s) stand in two areas of {table} that overlap, and count in the first.</source>
        <translation>Mae {count} pwynt mewn dwy ardal yn {table} sy'n gorgyffwrdd, ac yn cyfrif yn y gyntaf.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>{count} ranked area(s) lack some indicators, which makes their ranks more extreme; {worst} of them are in decile 1.</source>
        <translation>Mae {count} ardal yn y drefn heb rai dangosyddion, sy'n gwneud eu safleoedd yn fwy eithafol; mae {worst} ohonynt yn negradd 1.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} row(s) of the look-up {table} lack a code and were left out.</source>
        <translation>Mae {count} rhes yn y tabl cyswllt {table} heb god, ac fe'u hepgorwyd.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>{count} row(s) of {table} are not {kind} and were left out: {codes}.</source>
        <translation>Nid {kind} yw {count} rhes yn {table}, ac fe'u hepgorwyd: {codes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>{count} row(s) of {table} have no code in column '{column}' and were left out.</source>
        <translation>Mae {count} rhes yn {table} heb god yng ngholofn '{column}', ac fe'u hepgorwyd.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} row(s) of {table} have no code in column '{column}'. Fill them in, or name another column.</source>
        <translation>Mae {count} rhes yn {table} heb god yng ngholofn '{column}'. Llenwch nhw, neu enwch golofn arall.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} row(s) of {table} have no number in column '{column}' and count as nobody.</source>
        <translation>Mae {count} rhes yn {table} heb rif yng ngholofn '{column}', ac yn cyfrif fel neb.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{count} small area(s) stand in several rows of the look-up {table}, for example {codes}, so their people would be counted twice. Name the look-up's own column of residents, or use a look-up with one row for each small area.</source>
        <translation>Mae {count} ardal fach mewn sawl rhes o'r tabl cyswllt {table}, er enghraifft {codes}, felly byddai eu pobl yn cael eu cyfrif ddwywaith. Enwch golofn preswylwyr y tabl cyswllt ei hun, neu defnyddiwch dabl cyswllt ag un rhes i bob ardal fach.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>{count} value(s) of column '{column}' in {table} are not numbers and count as missing: {marks}.</source>
        <translation>Nid yw {count} gwerth yng ngholofn '{column}' yn {table} yn rhifau, ac maent yn cyfrif fel rhai coll: {marks}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{crs} is in {units}, so metres cannot be measured in it. Choose a coordinate system in metres, such as EPSG:27700 (British National Grid).</source>
        <translation>Mae {crs} mewn {units}, felly ni ellir mesur metrau ynddi. Dewiswch system gyfesurynnau mewn metrau, megis EPSG:27700 (British National Grid).</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>{file} cannot be read as a table ({reason}). Open it in a spreadsheet, and save it as CSV UTF-8.</source>
        <translation>Ni ellir darllen {file} fel tabl ({reason}). Agorwch y ffeil mewn taenlen, a'i chadw fel CSV UTF-8.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} asks to wait {seconds} seconds before '{title}' is asked for again. Try again after that.</source>
        <translation>Mae {host} yn gofyn am aros {seconds} eiliad cyn gofyn am '{title}' eto. Rhowch gynnig arall arni ar ôl hynny.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} cannot answer for '{title}': {reason}. Check 'Only rows where', or look at {page}.</source>
        <translation>Ni all {host} ateb ar gyfer '{title}': {reason}. Gwiriwch 'Dim ond rhesi lle', neu edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} could not give '{title}' in {attempts} tries (HTTP {status}). Try again later.</source>
        <translation>Ni allai {host} roi '{title}' mewn {attempts} cynnig (HTTP {status}). Rhowch gynnig arall arni yn nes ymlaen.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} counts {expected} rows of '{title}' but sent {received}. Try again later.</source>
        <translation>Mae {host} yn cyfrif {expected} rhes o '{title}' ond anfonodd {received}. Rhowch gynnig arall arni yn nes ymlaen.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} does not answer for '{title}' as a map service does. Its address may have changed: look at {page}.</source>
        <translation>Nid yw {host} yn ateb ar gyfer '{title}' fel y mae gwasanaeth mapiau. Efallai bod y cyfeiriad wedi newid: edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} does not give '{title}' (HTTP {status} {reason}). Its address may have changed: look at {page}.</source>
        <translation>Nid yw {host} yn rhoi '{title}' (HTTP {status} {reason}). Efallai bod y cyfeiriad wedi newid: edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} gave no answer for '{title}' ({reason}). Check the connection and QGIS's proxy (Settings, Options, Network), and run again.</source>
        <translation>Ni roddodd {host} ateb ar gyfer '{title}' ({reason}). Gwiriwch y cysylltiad a dirprwy QGIS (Settings, Options, Network), a rhedwch eto.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} has {found} rows of '{title}', where {least} to {most} are expected. Look at {page}.</source>
        <translation>Mae gan {host} {found} rhes o '{title}', lle disgwylir {least} i {most}. Edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} sends '{title}' on from address to address, more than {count} times. Look at {page}.</source>
        <translation>Mae {host} yn anfon '{title}' ymlaen o gyfeiriad i gyfeiriad, fwy na {count} gwaith. Edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} sends '{title}' on to {target}, which is not a web address that may be followed. Look at {page}.</source>
        <translation>Mae {host} yn anfon '{title}' ymlaen i {target}, nad yw'n gyfeiriad gwe y caniateir ei ddilyn. Edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} sends more in place of '{title}' than the {limit} bytes it may have. Look at {page}.</source>
        <translation>Mae {host} yn anfon mwy yn lle '{title}' na'r {limit} beit a ganiateir. Edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} sent nothing in place of '{title}'. Try again later, or look at {page}.</source>
        <translation>Nid anfonodd {host} ddim yn lle '{title}'. Rhowch gynnig arall arni yn nes ymlaen, neu edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} sent only {found} bytes in place of '{title}', which has at least {least}. Look at {page}.</source>
        <translation>Dim ond {found} beit a anfonodd {host} yn lle '{title}', sydd ag o leiaf {least}. Edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} sent the same row of '{title}' twice (number {id}), so others would be missing. Try again later.</source>
        <translation>Anfonodd {host} yr un rhes o '{title}' ddwywaith (rhif {id}), felly byddai eraill ar goll. Rhowch gynnig arall arni yn nes ymlaen.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{host} sent {found} in place of '{title}', which should be {wanted}. Its address may have changed: look at {page}.</source>
        <translation>Anfonodd {host} {found} yn lle '{title}', a ddylai fod yn {wanted}. Efallai bod y cyfeiriad wedi newid: edrychwch ar {page}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>{index} is about {wanted}, but {table} holds {found}, such as {examples}. Choose the index that fits the table, or the table that fits the index.</source>
        <translation>Mae {index} ar gyfer {wanted}, ond mae {table} yn cynnwys {found}, megis {examples}. Dewiswch y mynegai sy'n addas i'r tabl, neu'r tabl sy'n addas i'r mynegai.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>{index} ranks all {wanted} areas of {place}, but the tables hold only {found}. Use the whole table. To rank these areas among themselves, set 'Rank among' to 'Areas shown only' in 'Map community need and deprivation'.</source>
        <translation>Mae {index} yn gosod pob un o'r {wanted} ardal mewn trefn ({place}), ond dim ond {found} sydd yn y tablau. Defnyddiwch y tabl cyfan. I osod yr ardaloedd hyn mewn trefn ymhlith ei gilydd, rhowch 'Gosod mewn trefn ymhlith' ar 'Yr ardaloedd a ddangosir yn unig' yn 'Mapio angen cymunedol ac amddifadedd'.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>{index} ranks one nation at a time, but the tables hold areas of {places}. Use one nation's table.</source>
        <translation>Mae {index} yn gosod un genedl ar y tro mewn trefn, ond mae'r tablau'n cynnwys ardaloedd mewn sawl un: {places}. Defnyddiwch dabl un genedl.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>{left} has {left_geography}, but {right} has {right_geography}: {missing} of {total} codes are not found, such as {examples}. Use files of the same year, or carry one over with 'Carry a table to other areas' or 'Join two look-ups'.</source>
        <translation>Yn {left} ceir {left_geography}, ond yn {right} ceir {right_geography}: ni chafwyd {missing} o {total} cod, megis {examples}. Defnyddiwch ffeiliau o'r un flwyddyn, neu trosglwyddwch un gyda 'Trosglwyddo tabl i ardaloedd eraill' neu 'Uno dau dabl cyswllt'.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>{name} cannot be opened. Check that the file exists and that QGIS can load it as a layer.</source>
        <translation>Ni ellir agor {name}. Gwiriwch fod y ffeil yn bod ac y gall QGIS ei llwytho fel haen.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>{name} could not be saved: {reason}.</source>
        <translation>Nid oedd modd cadw {name}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/outputs.py"/>
        <source>{name} could not be written: {reason}. What was there before is unchanged.</source>
        <translation>Nid oedd modd ysgrifennu {name}: {reason}. Nid yw'r hyn oedd yno o'r blaen wedi newid.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/outputs.py"/>
        <source>{name} exists but is not a GeoPackage. Choose another name for the result.</source>
        <translation>Mae {name} yn bod ond nid GeoPackage ydyw. Dewiswch enw arall ar gyfer y canlyniad.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{name} has no coordinate system. Set it in QGIS under Layer Properties, Source, and run again.</source>
        <translation>Nid oes system gyfesurynnau gan {name}. Gosodwch hi yn QGIS dan Layer Properties, Source, a rhedwch eto.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{name} holds neither points nor polygons. Choose a layer of small areas, such as output areas.</source>
        <translation>Nid oes pwyntiau na pholygonau yn {name}. Dewiswch haen o ardaloedd bach, megis ardaloedd cynnyrch.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{name} holds no area with a shape. Check its filter and selection, or choose another layer.</source>
        <translation>Nid oes ardal â siâp yn {name}. Gwiriwch yr hidlydd a'r hyn a ddewiswyd, neu dewiswch haen arall.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{name} holds no place with a position. Check its filter and selection, or choose another layer.</source>
        <translation>Nid oes lle â safle ar y map yn {name}. Gwiriwch yr hidlydd a'r hyn a ddewiswyd, neu dewiswch haen arall.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{name} holds no points. Choose a layer of points with residents.</source>
        <translation>Nid oes pwyntiau yn {name}. Dewiswch haen o bwyntiau â phreswylwyr.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{name} holds no polygons. Choose a layer of ward or LSOA boundaries.</source>
        <translation>Nid oes polygonau yn {name}. Dewiswch haen o ffiniau wardiau neu ardaloedd LSOA.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/printing.py"/>
        <source>{name} is a file, not a folder. For one file choose a name that ends in .pdf; for a file for each page, a folder.</source>
        <translation>Ffeil yw {name}, nid ffolder. I gael un ffeil dewiswch enw sy'n gorffen yn .pdf; i gael ffeil ar gyfer pob tudalen, ffolder.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/printing.py"/>
        <source>{name} is a folder. Choose another name for the file.</source>
        <translation>Ffolder yw {name}. Dewiswch enw arall ar gyfer y ffeil.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{name} is a table without shapes. Choose a layer of points, lines or polygons; a CSV file with coordinates can be loaded by Layer, Add Layer, Add Delimited Text Layer.</source>
        <translation>Tabl heb siapiau yw {name}. Dewiswch haen o bwyntiau, llinellau neu bolygonau; gellir llwytho ffeil CSV â chyfesurynnau drwy Layer, Add Layer, Add Delimited Text Layer.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/outputs.py"/>
        <source>{name} is in use by another program or window. Close it there, or choose another file. The file is unchanged.</source>
        <translation>Mae {name} yn cael ei defnyddio gan raglen neu ffenestr arall. Caewch hi yno, neu dewiswch ffeil arall. Nid yw'r ffeil wedi newid.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{name} is not a catalogue file: {reason} (line {line}). It must be JSON text.</source>
        <translation>Nid ffeil gatalog yw {name}: {reason} (llinell {line}). Rhaid iddi fod yn destun JSON.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/index.py"/>
        <source>{name} is not a definition file: {reason} (line {line}). It must be JSON text.</source>
        <translation>Nid ffeil ddiffiniad yw {name}: {reason} (llinell {line}). Rhaid iddi fod yn destun JSON.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/printing.py"/>
        <source>{name} was not made: a model works in the background. Add 'Print a map' to it as a step of its own.</source>
        <translation>Ni wnaed {name}: yn y cefndir mae model yn gweithio. Ychwanegwch 'Argraffu map' ato fel cam ar wahân.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/printing.py"/>
        <source>{name}, a file of the plugin, cannot be read. Install the plugin again.</source>
        <translation>Ni ellir darllen {name}, un o ffeiliau'r ategyn. Gosodwch yr ategyn eto.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>{path} is {found}, but must be {rule}</source>
        <translation>{path} yw {found}, ond rhaid iddo fod: {rule}</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{right} is by {right_geography}, such as {others}, but the areas to rank are {left_geography}, such as {examples}. Add a look-up from one to the other, or choose a table of {left_geography}.</source>
        <translation>Mae {right} yn ôl {right_geography}, megis {others}, ond yr ardaloedd i'w gosod mewn trefn yw {left_geography}, megis {examples}. Ychwanegwch dabl cyswllt o'r naill i'r llall, neu dewiswch dabl o {left_geography}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{rows} rows of '{title}' are from the copy downloaded on {day}; nothing was fetched. Tick 'Download again' for today's.</source>
        <translation>Mae {rows} rhes o '{title}' o'r copi a lawrlwythwyd ar {day}; ni chafodd dim ei nôl. Ticiwch 'Lawrlwytho eto' i gael rhai heddiw.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/downloads.py"/>
        <source>{rows} rows of '{title}' were downloaded on {day}.</source>
        <translation>Lawrlwythwyd {rows} rhes o '{title}' ar {day}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/printing.py"/>
        <source>{table} does not say in which district its areas lie. Make it again with the column of district codes or names, or choose a page for each area.</source>
        <translation>Nid yw {table} yn dweud ym mha awdurdod lleol y mae ei ardaloedd. Gwnewch ef eto gyda cholofn codau neu enwau'r awdurdodau lleol, neu dewiswch dudalen i bob ardal.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>{table} has more than one column called '{column}'. Rename or leave out all but one.</source>
        <translation>Mae mwy nag un golofn o'r enw '{column}' yn {table}. Ailenwch neu hepgorwch bob un ond un.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{table} has no column '{column}', so it is no result. Choose a layer that 'Map community need and deprivation' or 'Overlay finished scores' made.</source>
        <translation>Nid oes colofn '{column}' yn {table}, felly nid canlyniad ydyw. Dewiswch haen a wnaed gan 'Mapio angen cymunedol ac amddifadedd' neu 'Troshaenu sgoriau gorffenedig'.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>{table} has no rows below its headings. Choose another table.</source>
        <translation>Nid oes rhesi o dan y penawdau yn {table}. Dewiswch dabl arall.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/printing.py"/>
        <source>{table} has no theme '{theme}'. Choose one of {themes}.</source>
        <translation>Nid oes thema '{theme}' yn {table}. Dewiswch un o {themes}.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/tables.py"/>
        <source>{table} has several columns that may hold the area codes: {columns}. Name the one to use.</source>
        <translation>Mae sawl colofn a all gynnwys codau'r ardaloedd yn {table}: {columns}. Enwch yr un i'w defnyddio.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{table} holds no residents ('population'), so its land says nothing about people. Give small areas with residents instead.</source>
        <translation>Nid oes preswylwyr ('population') yn {table}, felly nid yw ei dir yn dweud dim am bobl. Rhowch ardaloedd bach â phreswylwyr yn lle hynny.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/geographies.py"/>
        <source>{table} holds no run record, which says what was computed and from what, so it cannot be printed. Keep the file that ends in .run.json beside the result, or make the result again.</source>
        <translation>Nid oes cofnod rhediad yn {table}, sef yr hyn sy'n dweud beth a gyfrifwyd ac o beth, felly ni ellir ei argraffu. Cadwch y ffeil sy'n gorffen yn .run.json wrth ymyl y canlyniad, neu gwnewch y canlyniad eto.</translation>
    </message>
    <message>
        <location filename="../../ui/sentences/desktop.py"/>
        <source>{table} is by {kind} already, so no look-up is needed: leave the look-up blank. {lookup} does not lead from it to the areas.</source>
        <translation>Mae {table} eisoes yn ôl {kind}, felly nid oes angen tabl cyswllt: gadewch y tabl cyswllt yn wag. Nid yw {lookup} yn arwain ohono i'r ardaloedd.</translation>
    </message>
</context>
<context>
    <name>MethodNote</name>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Areas and year</source>
        <translation>Ardaloedd a blwyddyn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Boundaries</source>
        <translation>Ffiniau</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Codes matched</source>
        <translation>Codau wedi'u cyfateb</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Community need</source>
        <translation>Angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Community need, finished scores</source>
        <translation>Angen cymunedol, sgoriau gorffenedig</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Deprivation</source>
        <translation>Amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Deprivation scores by how they were made: {parts}.</source>
        <translation>Sgoriau amddifadedd yn ôl sut y'u gwnaed: {parts}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Deprivation, finished scores</source>
        <translation>Amddifadedd, sgoriau gorffenedig</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>Domain scores run from 0 to 100 and are stretched at the top, so that a good domain does not cancel a very bad one (exponential transform).</source>
        <translation>Mae sgoriau meysydd yn mynd o 0 i 100 ac wedi'u hymestyn ar y brig, fel nad yw maes da yn canslo un gwael iawn (trawsffurfiad esbonyddol).</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>Each indicator is turned so that more means more need, and put on one scale {how}.</source>
        <translation>Troir pob dangosydd fel bod mwy yn golygu mwy o angen, a'i roi ar un raddfa {how}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Each of the {nouns} gets the mean of the deprivation scores of its {small} ({table}), weighted by residents; then the {number} that have a score are ranked. These ranks are rebuilt, not official.</source>
        <translation>Mae pob un o'r {nouns} yn cael cymedr sgoriau'r {small} sydd ynddi ar amddifadedd ({table}), wedi'i bwyso yn ôl preswylwyr; yna gosodir y {number} sydd â sgôr mewn trefn. Mae'r safleoedd hyn wedi'u hailadeiladu, ac nid ydynt yn swyddogol.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Each of the {nouns} gets the plain mean of the deprivation scores of its {small} ({table}); then the {number} that have a score are ranked. These ranks are rebuilt, not official.</source>
        <translation>Mae pob un o'r {nouns} yn cael cymedr syml sgoriau'r {small} sydd ynddi ar amddifadedd ({table}); yna gosodir y {number} sydd â sgôr mewn trefn. Mae'r safleoedd hyn wedi'u hailadeiladu, ac nid ydynt yn swyddogol.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Each of the {shown} {nouns} shown has a rank on both indices.</source>
        <translation>Mae gan bob un o'r {shown} o {nouns} a ddangosir safle ar y ddau fynegai.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>File or layer</source>
        <translation>Ffeil neu haen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Higher values mean</source>
        <translation>Mae gwerthoedd uwch yn golygu</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>How community need is measured</source>
        <translation>Sut y mesurir angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>How complete it is</source>
        <translation>Pa mor gyflawn ydyw</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>How deprivation is measured</source>
        <translation>Sut y mesurir amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>How many people live there is not known.</source>
        <translation>Nid yw'n hysbys faint o bobl sy'n byw yno.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>How this map was made</source>
        <translation>Sut y gwnaed y map hwn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>How this map was made: {place}</source>
        <translation>Sut y gwnaed y map hwn: {place}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>In a shell with QGIS, in one line:</source>
        <translation>Mewn cragen gyda QGIS, ar un llinell:</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>Its domain scores are taken as published.</source>
        <translation>Cymerir sgoriau ei feysydd fel y'u cyhoeddwyd.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>Its domains are taken as published ranks, turned into scores from 0 to 100 (exponential transform).</source>
        <translation>Cymerir ei feysydd fel safleoedd a gyhoeddwyd, wedi'u troi'n sgoriau o 0 i 100 (trawsffurfiad esbonyddol).</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Keep in mind</source>
        <translation>I'w gadw mewn cof</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Limits, and how many {nouns} the map shows of each kind</source>
        <translation>Terfynau, a faint o {nouns} o bob math y mae'r map yn eu dangos</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Look-up to the {nouns}</source>
        <translation>Tabl cyswllt i'r {nouns}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Near misses, at most 1% of the ranks outside: {count}.</source>
        <translation>Agos at y terfyn, y tu allan o 1% o'r safleoedd ar y mwyaf: {count}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Notices of the run</source>
        <translation>Hysbysiadau'r rhediad</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>Outliers are drawn in to the 2.5th and 97.5th percentile: {names}.</source>
        <translation>Tynnir allanolion i mewn at ganraddau 2.5 a 97.5: {names}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Part of the index</source>
        <translation>Rhan o'r mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Part of the need figures is missing for {areas}.</source>
        <translation>Mae rhan o'r ffigurau angen ar goll ar gyfer {areas}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Ranks are taken {among}; rank 1 has most need or is most deprived. The limits are {cni} on community need (ranks 1 to {cni_places} of {cni_n}) and {imd} on deprivation (ranks 1 to {imd_places} of {imd_n}).</source>
        <translation>Cymerir y safleoedd {among}; safle 1 sydd â'r mwyaf o angen neu sydd fwyaf difreintiedig. Y terfynau yw'r {cni} ar angen cymunedol (safleoedd 1 i {cni_places} o {cni_n}) a'r {imd} ar amddifadedd (safleoedd 1 i {imd_places} o {imd_n}).</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>Rates of {nouns} with few people are drawn towards their district's: {names}.</source>
        <translation>Tynnir cyfraddau {nouns} ag ychydig o bobl at gyfradd eu hawdurdod lleol: {names}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Rows</source>
        <translation>Rhesi</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Share</source>
        <translation>Cyfran</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_pdf.py"/>
        <source>Shortened to fit one page. Save the note as Markdown (.md) to read all of it.</source>
        <translation>Fe'i byrhawyd i ffitio ar un dudalen. Cadwch y nodyn fel Markdown (.md) i ddarllen y cyfan ohono.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_pdf.py"/>
        <source>Shortened to fit one page. The whole note is in {name}.</source>
        <translation>Fe'i byrhawyd i ffitio ar un dudalen. Mae'r nodyn cyfan yn {name}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>The data</source>
        <translation>Y data</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>The deprivation scores are those of {table}. The {number} {nouns} that have one are ranked.</source>
        <translation>Daw'r sgoriau amddifadedd o {table}. Gosodir y {number} o {nouns} sydd ag un mewn trefn.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>The index is the {index}, with the publishers' weights.</source>
        <translation>Y mynegai yw'r {index}, gyda phwysiadau'r cyhoeddwyr.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>The logarithm is used of: {names}.</source>
        <translation>Defnyddir logarithm y canlynol: {names}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>The record does not say whose data this is, or under which licence: ask before you publish the map.</source>
        <translation>Nid yw'r cofnod yn dweud data pwy yw hwn, na dan ba drwydded: gofynnwch cyn cyhoeddi'r map.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>The score of each {noun} is the sum of its domain scores, each times its weight.</source>
        <translation>Sgôr pob {noun} yw swm sgoriau ei meysydd, pob un wedi'i luosi â'i bwysiad.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>The scores of community need were taken as they stand in {table}.</source>
        <translation>Cymerwyd y sgoriau angen cymunedol fel y maent yn {table}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>The {noun} shown has a rank on both indices.</source>
        <translation>Mae gan y {noun} a ddangosir safle ar y ddau fynegai.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>These are {shown} of the {whole} {nouns} of the result; ranks are those of all {nouns} ranked.</source>
        <translation>Dyma {shown} o'r {whole} o {nouns} yn y canlyniad; mae'r safleoedd yn rhai'r holl {nouns} a osodwyd mewn trefn.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>This is an own variant of the {index}: its weights, limits or the {nouns} that it ranks are not the publishers'.</source>
        <translation>Amrywiad ar y {index} yw hwn: nid rhai'r cyhoeddwyr yw ei bwysiadau, ei derfynau neu'r {nouns} y mae'n eu gosod mewn trefn.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>To make it again</source>
        <translation>I'w wneud eto</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Used for</source>
        <translation>Defnydd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>Weight</source>
        <translation>Pwysiad</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>What the map shows</source>
        <translation>Beth mae'r map yn ei ddangos</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>Where a value is missing, {what}.</source>
        <translation>Lle mae gwerth ar goll, {what}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>Where one is missing of {names}, {what}.</source>
        <translation>Lle mae gwerth un o'r rhain ar goll ({names}), {what}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>Where the table says 'auto', a factor analysis finds the weights of the indicators.</source>
        <translation>Lle mae'r tabl yn dweud 'awto', mae dadansoddiad ffactorau'n canfod pwysiadau'r dangosyddion.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>a score of the {noun} itself: {count}</source>
        <translation>sgôr i'r {noun} ei hun: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>among the {number} {nouns} of {place}</source>
        <translation>ymhlith y {number} o {nouns} {place}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>among the {number} {nouns} supplied</source>
        <translation>ymhlith y {number} o {nouns} a roddwyd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>among {number} {nouns}</source>
        <translation>ymhlith {number} o {nouns}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_pdf.py"/>
        <source>and {count} more</source>
        <translation>a {count} arall</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>as it is</source>
        <translation>fel y mae</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>auto</source>
        <translation>awto</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>by its percentile</source>
        <translation>yn ôl ei ganradd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>by its rank (normal scores)</source>
        <translation>yn ôl ei safle (sgoriau normal)</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>by mean and standard deviation (z-scores)</source>
        <translation>yn ôl cymedr a gwyriad safonol (sgoriau z)</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>from small areas, some shared between {nouns}: {count}</source>
        <translation>o ardaloedd bach, rhai wedi'u rhannu rhwng {nouns}: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>from small areas, some without a score: {count}</source>
        <translation>o ardaloedd bach, rhai heb sgôr: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>from the lowest to the highest value (min-max)</source>
        <translation>o'r gwerth isaf i'r uchaf (min-max)</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>from whole small areas: {count}</source>
        <translation>o ardaloedd bach cyfan: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>less need</source>
        <translation>llai o angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>more need</source>
        <translation>mwy o angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_pdf.py"/>
        <source>the file cannot be opened</source>
        <translation>ni ellir agor y ffeil</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>the median of all {nouns} stands in</source>
        <translation>mae canolrif yr holl {nouns} yn cymryd ei le</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>the median of the district stands in</source>
        <translation>mae canolrif yr awdurdod lleol yn cymryd ei le</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>the other indicators of the domain count for more</source>
        <translation>mae dangosyddion eraill y maes yn cyfrif am fwy</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_pdf.py"/>
        <source>the page could not be written to its end</source>
        <translation>nid oedd modd ysgrifennu'r dudalen hyd ei diwedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>{areas} in {place}</source>
        <translation>{areas}: {place}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>{count} of the {shown} {nouns} shown lack a rank on one index or both and show as no data.</source>
        <translation>Mae {count} o'r {shown} o {nouns} a ddangosir heb safle ar un mynegai neu'r ddau, ac fe'u dangosir fel dim data.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/note_index.py"/>
        <source>{index} is an index of one's own, not the Community Needs Index.</source>
        <translation>Mynegai a luniwyd gan y defnyddiwr yw {index}, nid y Mynegai Anghenion Cymunedol.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>{index}. Made on {day} with CNI Mapper {plugin} in QGIS {qgis}.</source>
        <translation>{index}. Gwnaed ar {day} gyda CNI Mapper {plugin} yn QGIS {qgis}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>{matched} of {all}</source>
        <translation>{matched} o {all}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>{nouns} with a value</source>
        <translation>{nouns} â gwerth</translation>
    </message>
    <message>
        <location filename="../../ui/maps/method_note.py"/>
        <source>{people} of the {total} people of the {nouns} shown live there ({share}).</source>
        <translation>Mae {people} o'r {total} o bobl yn y {nouns} a ddangosir yn byw yno ({share}).</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>&amp;Index to begin with</source>
        <translation>&amp;Mynegai i ddechrau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>Choose a folder for CNI Mapper's files</source>
        <translation>Dewis ffolder ar gyfer ffeiliau CNI Mapper</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>Downloads, your own indices and the made-up example are kept here.</source>
        <translation>Cedwir lawrlwythiadau, eich mynegeion eich hun a'r enghraifft ddychmygol yma.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>Folder for &amp;files</source>
        <translation>&amp;Ffolder ffeiliau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>Give the whole path of the folder, or leave it blank for the usual one.</source>
        <translation>Rhowch lwybr llawn y ffolder, neu gadewch ef yn wag i gael yr un arferol.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>How far down the ranks 'worst' goes on a new map, in percent of the areas ranked.</source>
        <translation>Pa mor bell i lawr y safleoedd y mae 'gwaethaf' yn mynd ar fap newydd, fel canran o'r ardaloedd a osodwyd mewn trefn.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>In colour</source>
        <translation>Mewn lliw</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>In greys, for black-and-white printers</source>
        <translation>Mewn llwyd, ar gyfer argraffwyr du a gwyn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>Limit on &amp;deprivation</source>
        <translation>Terfyn ar am&amp;ddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>Limit on community &amp;need</source>
        <translation>Terfyn ar &amp;angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>Ma&amp;ps</source>
        <translation>Ma&amp;piau</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>Maps of the open project change at once. The styles kept in a result's file change when it is made again.</source>
        <translation>Mae mapiau'r project agored yn newid ar unwaith. Mae'r arddulliau a gedwir yn ffeil canlyniad yn newid pan gaiff ei wneud eto.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>The folder is made when something is first kept in it.</source>
        <translation>Caiff y ffolder ei greu pan gedwir rhywbeth ynddo gyntaf.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>The index that a new map begins with. You can choose another for each map.</source>
        <translation>Y mynegai y mae map newydd yn dechrau ag ef. Gallwch ddewis un arall ar gyfer pob map.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/options_page.py"/>
        <source>{name} is a file. Choose a folder.</source>
        <translation>Ffeil yw {name}. Dewiswch ffolder.</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <location filename="../../ui/maps/result_layer.py"/>
        <source>| in its name</source>
        <translation>| yn ei henw</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>"{worst}" and "{other}" count {nouns}, not residents.</source>
        <translation>Mae "{worst}" a "{other}" yn cyfrif {nouns}, nid preswylwyr.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>"{worst}" counts {nouns}, not residents.</source>
        <translation>Mae "{worst}" yn cyfrif {nouns}, nid preswylwyr.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>1 of {total} {nouns} is {standing}.</source>
        <translation>Mae 1 o'r {total} o {nouns} {standing}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>1 of {total} {nouns}, home to {share} of residents, is {standing}.</source>
        <translation>Mae 1 o'r {total} o {nouns}, lle mae {share} o'r preswylwyr yn byw, {standing}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>All {n} {nouns}</source>
        <translation>Pob un o'r {n} o {nouns}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>Bold: high on both.</source>
        <translation>Print trwm: uchel ar y ddau.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>Bold: left behind.</source>
        <translation>Print trwm: wedi'u gadael ar ôl.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Category</source>
        <translation>Categori</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/fill.py"/>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Community need</source>
        <translation>Angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Community need ({scores})</source>
        <translation>Angen cymunedol ({scores})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Community need and deprivation</source>
        <translation>Angen cymunedol ac amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Community need and deprivation together</source>
        <translation>Angen cymunedol ac amddifadedd gyda'i gilydd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Dashed line: an even share ({areas})</source>
        <translation>Llinell doredig: cyfran gyfartal ({areas})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Decile</source>
        <translation>Degradd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Decile of each {noun}</source>
        <translation>Degradd pob {noun}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Decile of each {noun} among the {n} {nouns} supplied</source>
        <translation>Degradd pob {noun} ymhlith y {n} o {nouns} a roddwyd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Decile of each {noun} in {place}</source>
        <translation>Degradd pob {noun} ledled {place}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/square.py"/>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Deprivation</source>
        <translation>Amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>Deprivation: {table}</source>
        <translation>Amddifadedd: {table}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>Deprivation: {table} ({kind})</source>
        <translation>Amddifadedd: {table} ({kind})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>Describes places, not people.</source>
        <translation>Mae'n disgrifio lleoedd, nid pobl.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>High on both: both indices together</source>
        <translation>Uchel ar y ddau: y ddau fynegai gyda'i gilydd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>High: the worst 10% of {nouns}; middle: the rest of the worst third; low: all others</source>
        <translation>Uchel: y 10% gwaethaf o {nouns}; canolig: gweddill y traean gwaethaf; isel: pob un arall</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Index of Multiple Deprivation</source>
        <translation>Mynegai Amddifadedd Lluosog</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Left behind neighbourhoods</source>
        <translation>Cymdogaethau wedi'u gadael ar ôl</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>Left behind {nouns}</source>
        <translation>{nouns} wedi'u gadael ar ôl</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Left behind: both indices together</source>
        <translation>Wedi'u gadael ar ôl: y ddau fynegai gyda'i gilydd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>Left behind: rebuilt {rebuilt}, published {published}, {differences}.</source>
        <translation>Wedi'u gadael ar ôl: ailadeiladwyd {rebuilt}, cyhoeddwyd {published}, {differences}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>Made with CNI Mapper {version}, {day}.</source>
        <translation>Gwnaed gyda CNI Mapper {version}, {day}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>Most people in England's most deprived neighbourhoods live outside these wards.</source>
        <translation>Mae'r rhan fwyaf o'r bobl yng nghymdogaethau mwyaf difreintiedig Lloegr yn byw y tu allan i'r wardiau hyn.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>National decile of each {noun}</source>
        <translation>Degradd cenedlaethol pob {noun}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/fill.py"/>
        <source>Need</source>
        <translation>Angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Need and deprivation</source>
        <translation>Angen ac amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/result.py"/>
        <source>Need and deprivation together</source>
        <translation>Angen ac amddifadedd gyda'i gilydd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>Neighbourhoods high on both need and deprivation</source>
        <translation>Cymdogaethau sy'n uchel ar angen ac ar amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>No data ({count})</source>
        <translation>Dim data ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/area_list.py"/>
        <source>No.</source>
        <translation>Rh.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>None of the {total} {nouns} has a decile: they are not ranked, or too few are.</source>
        <translation>Nid oes gan yr un o'r {total} o {nouns} ddegradd: nid ydynt wedi'u gosod mewn trefn, neu mae rhy ychydig ohonynt.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>None of the {total} {nouns} is ranked on both {need} and {deprivation}, so none has a category.</source>
        <translation>Nid oes yr un o'r {total} o {nouns} wedi'i gosod mewn trefn ar {need} ac ar {deprivation} ill dau, felly nid oes gan yr un ohonynt gategori.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>None of the {total} {nouns} is {standing}.</source>
        <translation>Nid oes yr un o'r {total} o {nouns} {standing}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>On the publishers' own list</source>
        <translation>Ar restr y cyhoeddwyr eu hunain</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>People living in it</source>
        <translation>Pobl sy'n byw ynddi</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>People living in it ({year})</source>
        <translation>Pobl sy'n byw ynddi ({year})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>People living in them</source>
        <translation>Pobl sy'n byw ynddynt</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>People living in them ({year})</source>
        <translation>Pobl sy'n byw ynddynt ({year})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>Rank on community need</source>
        <translation>Safle ar angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>Rank on deprivation</source>
        <translation>Safle ar amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>This {noun} has no decile: it is not ranked, or too few are.</source>
        <translation>Nid oes degradd i'r {noun} hon: nid yw wedi'i gosod mewn trefn, neu mae rhy ychydig yn y drefn.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>This {noun} is among the {cni} on {need}, but not among the {imd} on {deprivation}.</source>
        <translation>Mae'r {noun} hon ymhlith y {cni} ar {need}, ond nid ymhlith y {imd} ar {deprivation}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>This {noun} is among the {imd} on {deprivation}, but not among the {cni} on {need}.</source>
        <translation>Mae'r {noun} hon ymhlith y {imd} ar {deprivation}, ond nid ymhlith y {cni} ar {need}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>This {noun} is neither among the {cni} on {need} nor among the {imd} on {deprivation}.</source>
        <translation>Nid yw'r {noun} hon ymhlith y {cni} ar {need} nac ymhlith y {imd} ar {deprivation}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>This {noun} is not ranked on both {need} and {deprivation}, so it has no category.</source>
        <translation>Nid yw'r {noun} hon wedi'i gosod mewn trefn ar {need} ac ar {deprivation} ill dau, felly nid oes ganddi gategori.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>This {noun} is not {standing}.</source>
        <translation>Nid yw'r {noun} hon {standing}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>This {noun} is {standing}.</source>
        <translation>Mae'r {noun} hon {standing}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>a part is missing for {n} of {total} {nouns}</source>
        <translation>mae rhan ar goll ar gyfer {n} o'r {total} o {nouns}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/place_names.py"/>
        <source>all or part of {n} districts</source>
        <translation>{n} awdurdod lleol neu rannau ohonynt</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>among the {worst} on both {need} and {deprivation}</source>
        <translation>ymhlith y {worst} ar {need} ac ar {deprivation}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>among {limits}</source>
        <translation>ymhlith {limits}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>among {tenth} that are most deprived, by {index}</source>
        <translation>ymhlith {tenth} sydd fwyaf difreintiedig, yn ôl {index}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>among {tenth} with most need on {domain}, a part of {index}</source>
        <translation>ymhlith {tenth} sydd â'r mwyaf o angen ar {domain}, maes o fewn {index}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>among {tenth} with most need, by {index}</source>
        <translation>ymhlith {tenth} sydd â'r mwyaf o angen, yn ôl {index}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>an own variant of {index}</source>
        <translation>amrywiad ar {index}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/area_list.py"/>
        <source>and {count} more</source>
        <translation>a {count} arall</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>community need</source>
        <translation>angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>decile 1 is the 10% most deprived</source>
        <translation>degradd 1 yw'r 10% mwyaf difreintiedig</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>decile 1 is the 10% with most need</source>
        <translation>degradd 1 yw'r 10% â'r mwyaf o angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>deprivation</source>
        <translation>amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>estimated for {n} of {total} {nouns}, where parts had to be split</source>
        <translation>amcangyfrif ar gyfer {n} o'r {total} o {nouns}, lle bu'n rhaid hollti rhannau</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>grey: neighbouring areas</source>
        <translation>llwyd: ardaloedd cyfagos</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/square.py"/>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>high</source>
        <translation>uchel</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>high on both ({variant}), among {limits}</source>
        <translation>yn uchel ar y ddau ({variant}), ymhlith {limits}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>high on both, among {limits}</source>
        <translation>yn uchel ar y ddau, ymhlith {limits}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>least deprived</source>
        <translation>lleiaf difreintiedig</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>least need</source>
        <translation>lleiaf o angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/square.py"/>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>low</source>
        <translation>isel</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/square.py"/>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>middle</source>
        <translation>canolig</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>most deprived</source>
        <translation>mwyaf difreintiedig</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>most need</source>
        <translation>mwyaf o angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>no</source>
        <translation>nac ydyw</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>none</source>
        <translation>neb</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>not known</source>
        <translation>anhysbys</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>not on the publishers' list: {names}</source>
        <translation>heb fod ar restr y cyhoeddwyr: {names}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>not ranked</source>
        <translation>heb fod yn y drefn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>only on the publishers' list: {names}</source>
        <translation>ar restr y cyhoeddwyr yn unig: {names}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>over 99%</source>
        <translation>dros 99%</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>own variant of {index}</source>
        <translation>amrywiad ar {index}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/place_names.py"/>
        <source>part of {district}</source>
        <translation>rhan o {district}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>the 10% of the {nouns} ranked</source>
        <translation>y 10% o'r {nouns} a osodwyd mewn trefn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>the 10% of the {n} {nouns} supplied</source>
        <translation>y 10% o'r {n} o {nouns} a roddwyd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>the 10% of {nouns} in {place}</source>
        <translation>y 10% o {nouns} {place}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>the Index of Multiple Deprivation</source>
        <translation>y Mynegai Amddifadedd Lluosog</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>the score of a {noun} is the mean of its parts, weighted by residents</source>
        <translation>sgôr pob {noun} yw cymedr sgoriau ei rhannau, wedi'i bwyso yn ôl preswylwyr</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>the score of a {noun} is the plain mean of its parts</source>
        <translation>sgôr pob {noun} yw cymedr syml sgoriau ei rhannau</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>the {cni} on both {need} and {deprivation}</source>
        <translation>y {cni} ar {need} ac ar {deprivation}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>the {cni} on {need} and the {imd} on {deprivation}</source>
        <translation>y {cni} ar {need} a'r {imd} ar {deprivation}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>the {index}</source>
        <translation>y {index}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/place_names.py"/>
        <source>the {region}</source>
        <translation>{region}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/area_list.py"/>
        <source>too small to number on the map</source>
        <translation>yn rhy fach i'w rhifo ar y map</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>under 1%</source>
        <translation>llai nag 1%</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>water or not in the result</source>
        <translation>dŵr neu heb fod yn y canlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>water or outside {place}</source>
        <translation>dŵr neu heb fod o fewn {place}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>white: {white}</source>
        <translation>gwyn: {white}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>yes</source>
        <translation>ydyw</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/place_names.py"/>
        <source>{area} ({kind})</source>
        <translation>{area} ({kind})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/area_list.py"/>
        <location filename="../../ui/maps/layouts/place_names.py"/>
        <source>{area}, {district}</source>
        <translation>{area}, {district}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>{cni} on need means rank 1 to {cni_places}, {imd} on deprivation rank 1 to {imd_places}.</source>
        <translation>Mae'r {cni} ar angen yn golygu safle 1 i {cni_places}, a'r {imd} ar amddifadedd safle 1 i {imd_places}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{count} of {total}</source>
        <translation>{count} o {total}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{count} of {total} {nouns} are {standing}.</source>
        <translation>Mae {count} o'r {total} o {nouns} {standing}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{count} of {total} {nouns}, home to {share} of residents, are {standing}.</source>
        <translation>Mae {count} o'r {total} o {nouns}, lle mae {share} o'r preswylwyr yn byw, {standing}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{index}, own variant</source>
        <translation>{index}, amrywiad</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>{index}; {ranked}.</source>
        <translation>{index}; {ranked}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>{names} and {count} more</source>
        <translation>{names} a {count} arall</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{names} and {last}</source>
        <translation>{names}, {last}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{need} need, {deprivation} deprivation ({count})</source>
        <translation>{need} ar angen, {deprivation} ar amddifadedd ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{nouns} high on both</source>
        <translation>{nouns} sy'n uchel ar y ddau</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{nouns} in decile 1 of {domain}</source>
        <translation>{nouns} yn negradd 1 {domain}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{nouns} in the {cni} on need, in the {imd} on deprivation, in both, or in neither</source>
        <translation>{nouns} yn y {cni} ar angen, yn y {imd} ar amddifadedd, yn y ddau, neu yn y naill na'r llall</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{nouns} in the {worst}</source>
        <translation>{nouns} yn y {worst}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{nouns} in the {worst} on community need</source>
        <translation>{nouns} yn y {worst} ar angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{nouns} in the {worst} on deprivation</source>
        <translation>{nouns} yn y {worst} ar amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{nouns} in the {worst} on one index, on both, or on neither</source>
        <translation>{nouns} yn y {worst} ar un mynegai, ar y ddau, neu ar y naill na'r llall</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{nouns} inside a limit</source>
        <translation>{nouns} y tu mewn i derfyn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>{noun} IMD is rebuilt, not official.</source>
        <translation>{noun}: mae'r IMD wedi'i ailadeiladu, ac nid yw'n swyddogol.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/place_names.py"/>
        <source>{n} districts</source>
        <translation>{n} awdurdod lleol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{n} {nouns}</source>
        <translation>{n} o {nouns}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>{n} {nouns} are ranked</source>
        <translation>gosodwyd {n} o {nouns} mewn trefn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>{n} {nouns} in {place} are ranked</source>
        <translation>gosodwyd {n} o {nouns} {place} mewn trefn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/place_names.py"/>
        <source>{n} {nouns} of {place}</source>
        <translation>{n} o {nouns} {place}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{n} {noun}</source>
        <translation>{n} {noun}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{people} ({share} of residents)</source>
        <translation>{people} ({share} o'r preswylwyr)</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>{ranked} ({left_out} not ranked)</source>
        <translation>{ranked} (heb eu gosod mewn trefn: {left_out})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{rank} of {total} (1 = worst)</source>
        <translation>{rank} o {total} (1 = gwaethaf)</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/scale_bar.py"/>
        <source>{ratio} at {paper}</source>
        <translation>{ratio} ar {paper}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{subject} in {place}</source>
        <translation>{subject}: {place}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{subject} on {place}</source>
        <translation>{subject}: {place}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{title}, among the {n} {nouns} supplied</source>
        <translation>{title}, ymhlith y {n} o {nouns} a roddwyd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{what} (number of {nouns})</source>
        <translation>{what} (nifer o {nouns})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{what}, with rank of {cni} and {imd} (1 = worst)</source>
        <translation>{what}, gyda'u safle allan o {cni} a {imd} (1 = gwaethaf)</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{what}, with rank of {n} (1 = worst)</source>
        <translation>{what}, gyda'u safle allan o {n} (1 = gwaethaf)</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{what}, with rank of {n} in {place} (1 = worst)</source>
        <translation>{what}, gyda'u safle allan o {n} ledled {place} (1 = gwaethaf)</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{what}: none</source>
        <translation>{what}: dim un</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{what}: none ranked</source>
        <translation>{what}: dim wedi'i osod mewn trefn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{whose}: {end}</source>
        <translation>{whose}: {end}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{worst} in {place}</source>
        <translation>{worst} ledled {place}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/sources.py"/>
        <source>{worst} means rank 1 to {places}.</source>
        <translation>Mae'r {worst} yn golygu safle 1 i {places}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/words.py"/>
        <source>{worst} of the {n} {nouns} supplied</source>
        <translation>{worst} o'r {n} o {nouns} a roddwyd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{worst} on community need</source>
        <translation>{worst} ar angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/facts.py"/>
        <source>{worst} on deprivation</source>
        <translation>{worst} ar amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/place_names.py"/>
        <source>{year} {noun}</source>
        <translation>{noun} {year}</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>10 percent, or for example the 735 worst areas.</source>
        <translation>10 y cant, neu er enghraifft y 735 ardal waethaf.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>A GeoPackage (.gpkg) or PostGIS table. Other tables in the file are left alone.</source>
        <translation>Tabl GeoPackage (.gpkg) neu PostGIS. Ni chyffyrddir â thablau eraill yn y ffeil.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>A GeoPackage (.gpkg), CSV or Excel (.xlsx) file, or a PostGIS table.</source>
        <translation>Ffeil GeoPackage (.gpkg), CSV neu Excel (.xlsx), neu dabl PostGIS.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>A table with one row for every area that is ranked, higher scores meaning worse.</source>
        <translation>Tabl ag un rhes i bob ardal a osodir mewn trefn, lle mae sgôr uwch yn golygu gwaeth.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>All areas in the tables</source>
        <translation>Pob ardal yn y tablau</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Areas shown only</source>
        <translation>Yr ardaloedd a ddangosir yn unig</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Boundaries of the areas</source>
        <translation>Ffiniau'r ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of area codes</source>
        <translation>Colofn codau'r ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of area codes in the look-up</source>
        <translation>Colofn codau'r ardaloedd yn y tabl cyswllt</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of area codes in these tables</source>
        <translation>Colofn codau'r ardaloedd yn y tablau hyn</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of area names</source>
        <translation>Colofn enwau'r ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of codes in the deprivation table</source>
        <translation>Colofn y codau yn y tabl amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of codes: {name}</source>
        <translation>Colofn y codau: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of deprivation scores</source>
        <translation>Colofn y sgoriau amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of district codes</source>
        <translation>Colofn codau'r awdurdodau lleol</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of district names</source>
        <translation>Colofn enwau'r awdurdodau lleol</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of residents</source>
        <translation>Colofn y preswylwyr</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of residents in the deprivation table</source>
        <translation>Colofn y preswylwyr yn y tabl amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of residents in the look-up</source>
        <translation>Colofn y preswylwyr yn y tabl cyswllt</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of residents of the small areas</source>
        <translation>Colofn preswylwyr yr ardaloedd bach</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of scores: {name}</source>
        <translation>Colofn y sgoriau: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of small-area codes</source>
        <translation>Colofn codau'r ardaloedd bach</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Column of small-area codes in the look-up</source>
        <translation>Colofn codau'r ardaloedd bach yn y tabl cyswllt</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Community need scores by area</source>
        <translation>Sgoriau angen cymunedol yn ôl ardal</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Community need tables</source>
        <translation>Tablau angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Deprivation scores by area</source>
        <translation>Sgoriau amddifadedd yn ôl ardal</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Deprivation table</source>
        <translation>Tabl amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>For example: "lad17_name" = 'Leeds'. Ranks do not change.</source>
        <translation>Er enghraifft: "lad17_name" = 'Leeds'. Nid yw'r safleoedd yn newid.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Found by its name or its codes when left blank.</source>
        <translation>Fe'i ceir yn ôl ei henw neu ei chodau os yw'n wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Found by its name when left blank.</source>
        <translation>Fe'i ceir yn ôl ei henw os yw'n wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>How far down the ranks 'worst' goes. The index's own, 10%, when left blank.</source>
        <translation>Pa mor bell i lawr y safleoedd y mae 'gwaethaf' yn mynd. Terfyn y mynegai ei hun, 10%, os yw'n wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Index</source>
        <translation>Mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Leave at 'All areas in the tables' for national ranks, even when only one district is shown.</source>
        <translation>Gadewch ar 'Pob ardal yn y tablau' i gael safleoedd cenedlaethol, hyd yn oed os dangosir un awdurdod lleol yn unig.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Leave blank for the index's own weights. For example: civic_assets=2, connectedness=1</source>
        <translation>Gadewch yn wag i gael pwysiadau'r mynegai ei hun. Er enghraifft: civic_assets=2, connectedness=1</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Limit on community need</source>
        <translation>Terfyn ar angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Limit on deprivation</source>
        <translation>Terfyn ar amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Limits are</source>
        <translation>Mae'r terfynau yn</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Look-up from small areas to areas</source>
        <translation>Tabl cyswllt o ardaloedd bach i ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Look-up from small areas to areas of the result</source>
        <translation>Tabl cyswllt o ardaloedd bach i ardaloedd y canlyniad</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Numbers of areas</source>
        <translation>Niferoedd o ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>One or more tables with a row for every area that is ranked: all of England's wards, not only yours.</source>
        <translation>Un tabl neu fwy â rhes i bob ardal a osodir mewn trefn: holl wardiau Lloegr, nid eich rhai chi yn unig.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Own weights</source>
        <translation>Eich pwysiadau eich hun</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Percent of the areas ranked</source>
        <translation>Canran o'r ardaloedd a osodwyd mewn trefn</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Points of output areas or postcodes, or polygons, which count at a point inside them.</source>
        <translation>Pwyntiau ardaloedd cynnyrch neu godau post, neu bolygonau, sy'n cyfrif mewn pwynt y tu mewn iddynt.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Polygons of wards, LSOAs or other areas. 'Selected features only' shows just those.</source>
        <translation>Polygonau wardiau, ardaloedd LSOA neu ardaloedd eraill. Mae 'Selected features only' yn dangos y rheini'n unig.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Rank among</source>
        <translation>Gosod mewn trefn ymhlith</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Residents of each row. Found by its name when left blank.</source>
        <translation>Preswylwyr pob rhes. Fe'i ceir yn ôl ei henw os yw'n wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Residents of each row. Found by its name when this and the deprivation table's column are left blank.</source>
        <translation>Preswylwyr pob rhes. Fe'i ceir yn ôl ei henw os yw hon a cholofn y tabl amddifadedd yn wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Show only areas where</source>
        <translation>Dangos ardaloedd dim ond lle</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Small areas with residents</source>
        <translation>Ardaloedd bach â phreswylwyr</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>The Index of Multiple Deprivation, by area or by small area (LSOA).</source>
        <translation>Y Mynegai Amddifadedd Lluosog, yn ôl ardal neu yn ôl ardal fach (LSOA).</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>The id of an index that comes with the plugin, or the path of a definition file.</source>
        <translation>Dynodydd mynegai sy'n dod gyda'r ategyn, neu lwybr ffeil ddiffiniad.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Used where no look-up gives the number of residents. Found by its name when left blank.</source>
        <translation>Fe'i defnyddir lle nad oes tabl cyswllt yn rhoi nifer y preswylwyr. Fe'i ceir yn ôl ei henw os yw'n wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Weights the small areas when the look-up has one row for each and no residents of its own.</source>
        <translation>Mae'n pwyso'r ardaloedd bach pan fydd gan y tabl cyswllt un rhes i bob un a dim preswylwyr ei hun.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Where small areas lie in the result. Points are placed by where they stand when this is left blank.</source>
        <translation>Ble mae'r ardaloedd bach yn y canlyniad. Caiff pwyntiau eu lleoli yn ôl eu safle ar y map os yw hwn yn wag.</translation>
    </message>
    <message>
        <location filename="../../ui/algorithms/parameters.py"/>
        <source>Which area each small area, or part of one, lies in. Needed when the table is by LSOA.</source>
        <translation>Ym mha ardal y mae pob ardal fach, neu ran ohoni. Mae ei angen pan fydd y tabl yn ôl LSOA.</translation>
    </message>
</context>
<context>
    <name>Patches</name>
    <message>
        <location filename="../../ui/maps/patches.py"/>
        <source>Patches</source>
        <translation>Darnau o dir</translation>
    </message>
</context>
<context>
    <name>Plugin</name>
    <message>
        <location filename="../../plugin.py"/>
        <source>CNI Mapper panel</source>
        <translation>Panel CNI Mapper</translation>
    </message>
    <message>
        <location filename="../../plugin.py"/>
        <source>Map community need and deprivation…</source>
        <translation>Mapio angen cymunedol ac amddifadedd…</translation>
    </message>
    <message>
        <location filename="../../plugin.py"/>
        <source>Print a map…</source>
        <translation>Argraffu map…</translation>
    </message>
    <message>
        <location filename="../../plugin.py"/>
        <source>Try the example</source>
        <translation>Rhoi cynnig ar yr enghraifft</translation>
    </message>
</context>
<context>
    <name>PositionBars</name>
    <message>
        <location filename="../../ui/dialogs/charts/position_bars.py"/>
        <source>No area has been chosen yet.</source>
        <translation>Ni ddewiswyd ardal eto.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/position_bars.py"/>
        <source>Position among areas</source>
        <translation>Safle ymhlith ardaloedd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/position_bars.py"/>
        <source>less need</source>
        <translation>llai o angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/position_bars.py"/>
        <source>more need</source>
        <translation>mwy o angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/position_bars.py"/>
        <source>not known</source>
        <translation>anhysbys</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/position_bars.py"/>
        <source>worst 10%</source>
        <translation>10% gwaethaf</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/position_bars.py"/>
        <source>worst {percent}%</source>
        <translation>{percent}% gwaethaf</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/position_bars.py"/>
        <source>{rank} of {count}</source>
        <translation>{rank} o {count}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/position_bars.py"/>
        <source>{title}: not known</source>
        <translation>{title}: anhysbys</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/position_bars.py"/>
        <source>{title}: rank {rank} of {count}</source>
        <translation>{title}: safle {rank} o {count}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/position_bars.py"/>
        <source>{words}, decile {decile}</source>
        <translation>{words}, degradd {decile}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/position_bars.py"/>
        <source>{words}; more need than {percent}% of areas</source>
        <translation>{words}; mwy o angen na {percent}% o ardaloedd</translation>
    </message>
</context>
<context>
    <name>PrintedMap</name>
    <message>
        <location filename="../../ui/maps/layouts/locator.py"/>
        <source>Areas shown</source>
        <translation>Yr ardaloedd a ddangosir</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/map_layers.py"/>
        <source>Around</source>
        <translation>O amgylch</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/map_layers.py"/>
        <source>Districts</source>
        <translation>Awdurdodau lleol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/locator.py"/>
        <source>Land</source>
        <translation>Tir</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/map_layers.py"/>
        <source>Names</source>
        <translation>Enwau</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/map_layers.py"/>
        <source>Outline</source>
        <translation>Amlinelliad</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/locator.py"/>
        <source>Ring</source>
        <translation>Cylch</translation>
    </message>
</context>
<context>
    <name>PrintedPages</name>
    <message>
        <location filename="../../ui/maps/layouts/export.py"/>
        <source>QGIS could not make the file</source>
        <translation>ni allai QGIS wneud y ffeil</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch.py"/>
        <source>1, most deprived</source>
        <translation>1, mwyaf difreintiedig</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch.py"/>
        <source>1, most need</source>
        <translation>1, mwyaf o angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch.py"/>
        <source>10, least deprived</source>
        <translation>10, lleiaf difreintiedig</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch.py"/>
        <source>10, least need</source>
        <translation>10, lleiaf o angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>A patch that fits no {noun}</source>
        <translation>Darn o dir nad yw'n cyfateb i unrhyw {noun}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Close to the limit on {index}: small changes in the data could move it across.</source>
        <translation>Agos at y terfyn ar {index}: gallai newidiadau bach yn y data ei symud drosto.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Community need</source>
        <translation>Angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Community need ({index})</source>
        <translation>Angen cymunedol ({index})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_chart.py"/>
        <source>Decile</source>
        <translation>Degradd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_page.py"/>
        <source>Deprivation</source>
        <translation>Amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Deprivation (IMD)</source>
        <translation>Amddifadedd (IMD)</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>Estimate by land area: people are taken as spread evenly over each {noun}, which they are not.</source>
        <translation>Amcangyfrif yn ôl arwynebedd tir: cymerir bod pobl wedi'u taenu'n gyson dros bob {noun}, ac nid ydynt.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_page.py"/>
        <location filename="../../ui/maps/layouts/profile_patch.py"/>
        <source>How sure this is</source>
        <translation>Pa mor sicr yw hyn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>In the worst 20% on: {domains}.</source>
        <translation>Yn yr 20% gwaethaf ar: {domains}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Inside the limit ({limit}) by 1 place.</source>
        <translation>Y tu mewn i'r terfyn ({limit}) o 1 lle.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Inside the limit ({limit}) by {count} places.</source>
        <translation>Y tu mewn i'r terfyn ({limit}) o {count} lle.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>It has no rank, decile or category of its own, since it was not among the {nouns} that were ranked.</source>
        <translation>Nid oes ganddo safle, degradd na chategori ei hun, gan nad oedd yn un o'r {nouns} a osodwyd mewn trefn.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>It is not ranked on community need.</source>
        <translation>Nid yw yn y drefn ar angen cymunedol.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Measured by: {index}.</source>
        <translation>Mesurwyd yn ôl: {index}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Missing: {parts}.</source>
        <translation>Ar goll: {parts}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Most like it</source>
        <translation>Tebycaf iddi</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Most like it among the {nouns} of this layer</source>
        <translation>Tebycaf iddi ymhlith {nouns} yr haen hon</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Most like it in {place}</source>
        <translation>Tebycaf iddi ledled {place}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Near miss: 1 place short of the {both}.</source>
        <translation>Agos at y terfyn: 1 lle yn brin o'r {both}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Near miss: {count} places short of the {both}.</source>
        <translation>Agos at y terfyn: {count} lle yn brin o'r {both}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_page.py"/>
        <source>Need</source>
        <translation>Angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>No data, or in no area</source>
        <translation>Dim data, neu heb fod mewn ardal</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_page.py"/>
        <source>No map: the layer holds no boundary of it.</source>
        <translation>Dim map: nid yw ei ffin yn yr haen.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>No residents are known in {name}, so nothing can be said of where they live.</source>
        <translation>Nid oes preswylwyr hysbys yn {name}, felly ni ellir dweud dim am ble maent yn byw.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>No single domain decides: with a middling place on any one of them it would still be {side}.</source>
        <translation>Nid oes un maes sy'n penderfynu: gyda safle canolig ar unrhyw un ohonynt byddai'n dal {side}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>None</source>
        <translation>dim</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>None can be named, since a rank of this area is missing.</source>
        <translation>Ni ellir enwi'r un, gan fod safle ar goll i'r ardal hon.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Not known here: that takes the scores of all areas that were ranked.</source>
        <translation>Anhysbys yma: mae angen sgoriau'r holl ardaloedd a osodwyd mewn trefn ar gyfer hynny.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Not on the publishers' own list of left behind areas.</source>
        <translation>Heb fod ar restr y cyhoeddwyr eu hunain o ardaloedd wedi'u gadael ar ôl.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Not ranked, so on neither side of the limit.</source>
        <translation>Heb fod yn y drefn, felly heb fod ar y naill ochr i'r terfyn na'r llall.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch.py"/>
        <source>On community need</source>
        <translation>Ar angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch.py"/>
        <source>On deprivation</source>
        <translation>Ar amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>On none of its domains in the worst 20%.</source>
        <translation>Heb fod yn yr 20% gwaethaf ar yr un o'i meysydd.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>On the publishers' own list of left behind areas.</source>
        <translation>Ar restr y cyhoeddwyr eu hunain o ardaloedd wedi'u gadael ar ôl.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>Only whole {nouns} were ranked: within one, people may live quite differently.</source>
        <translation>Dim ond {nouns} cyfan a osodwyd mewn trefn: o fewn un, gall pobl fyw'n bur wahanol.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Outside the limit ({limit}) by 1 place.</source>
        <translation>Y tu allan i'r terfyn ({limit}) o 1 lle.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Outside the limit ({limit}) by {count} places.</source>
        <translation>Y tu allan i'r terfyn ({limit}) o {count} lle.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>Part of the patch is not known: it lies in no area, or residents are missing.</source>
        <translation>Nid yw rhan o'r darn o dir yn hysbys: nid yw mewn unrhyw ardal, neu mae preswylwyr ar goll.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>Patch {number}</source>
        <translation>Darn o dir {number}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>People by the category of the {noun} they live in</source>
        <translation>Pobl yn ôl categori'r {noun} y maent yn byw ynddi</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>People by the decile of the {noun} they live in</source>
        <translation>Pobl yn ôl degradd pob {noun} y maent yn byw ynddi</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Position among the {n} {nouns} of {place}</source>
        <translation>Safle ymhlith y {n} o {nouns} {place}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Position among the {n} {nouns} ranked</source>
        <translation>Safle ymhlith y {n} o {nouns} a osodwyd mewn trefn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Position among the {n} {nouns} supplied</source>
        <translation>Safle ymhlith y {n} o {nouns} a roddwyd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_chart.py"/>
        <source>Rank (1 = worst)</source>
        <translation>Safle (1 = gwaethaf)</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>Residents of small areas, each counted whole, by the point where it stands.</source>
        <translation>Preswylwyr ardaloedd bach, pob un wedi'i chyfrif yn gyfan, yn ôl ei phwynt ar y map.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>Residents of small areas; those of small areas that are shared were shared out.</source>
        <translation>Preswylwyr ardaloedd bach; rhannwyd rhai'r ardaloedd bach sydd wedi'u rhannu.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>Shares its rank on {index} with {count} other {nouns}.</source>
        <translation>Mae'n rhannu ei safle ar {index} ag eraill ({nouns}: {count}).</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>The last place inside the limit ({limit}).</source>
        <translation>Y lle olaf y tu mewn i'r terfyn ({limit}).</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>The limit ({limit}) lets no area in.</source>
        <translation>Nid yw'r terfyn ({limit}) yn gadael yr un ardal i mewn.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>The result holds nothing that would tell.</source>
        <translation>Nid oes dim yn y canlyniad a fyddai'n dweud hynny.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>This layer holds no other area to compare with.</source>
        <translation>Nid oes ardal arall yn yr haen hon i gymharu â hi.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>This result holds no domains of the index, only its score.</source>
        <translation>Nid oes meysydd y mynegai yn y canlyniad hwn, dim ond ei sgôr.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>What decides on community need</source>
        <translation>Beth sy'n penderfynu o ran angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>What holds it inside on community need</source>
        <translation>Beth sy'n ei chadw y tu mewn o ran angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>What holds it outside on community need</source>
        <translation>Beth sy'n ei chadw y tu allan o ran angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>about {count} people live here</source>
        <translation>mae tua {count} o bobl yn byw yma</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_chart.py"/>
        <source>and {count} more domains</source>
        <translation>a {count} maes arall</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>community need</source>
        <translation>angen cymunedol</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>deprivation</source>
        <translation>amddifadedd</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>inside</source>
        <translation>y tu mewn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_chart.py"/>
        <source>least need</source>
        <translation>lleiaf o angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>left behind {nouns}</source>
        <translation>{nouns} wedi'u gadael ar ôl</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>limits on both</source>
        <translation>terfynau ar y ddau</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_chart.py"/>
        <source>middle of all</source>
        <translation>canolrif y cyfan</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>middle of {place} ({count} {nouns})</source>
        <translation>canolrif {place} ({nouns}: {count})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_chart.py"/>
        <source>most need</source>
        <translation>mwyaf o angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_chart.py"/>
        <source>no data</source>
        <translation>dim data</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>not ranked</source>
        <translation>heb fod yn y drefn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>number of residents not known</source>
        <translation>nifer y preswylwyr yn anhysbys</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>of {n} {nouns}</source>
        <translation>o'r {n} o {nouns}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>outside</source>
        <translation>y tu allan</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{count} people live here</source>
        <translation>mae {count} o bobl yn byw yma</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{count} people lived here in {year}</source>
        <translation>roedd {count} o bobl yn byw yma yn {year}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{domain} holds it out: with a middling place there it would rank {rank}, inside.</source>
        <translation>{domain} sy'n ei chadw y tu allan: gyda safle canolig yno byddai'n safle {rank}, y tu mewn.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{domain} pushes it over: with a middling place there it would rank {rank}, outside.</source>
        <translation>{domain} sy'n ei gwthio i mewn: gyda safle canolig yno byddai'n safle {rank}, y tu allan.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{kind} in {places}</source>
        <translation>{kind} ({places})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{limit}: ranks 1 to {places}</source>
        <translation>{limit}: safleoedd 1 i {places}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{name} ({kind})</source>
        <translation>{name} ({kind})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{name} has no category, since its community need is not ranked; it is {rank} on deprivation.</source>
        <translation>Nid oes categori i {name}, gan nad yw yn y drefn ar angen cymunedol; mae'n safle {rank} ar amddifadedd.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{name} has no category, since its deprivation is not ranked; it is {rank} on community need.</source>
        <translation>Nid oes categori i {name}, gan nad yw yn y drefn ar amddifadedd; mae'n safle {rank} ar angen cymunedol.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{name} has no category: it is ranked neither on community need nor on deprivation.</source>
        <translation>Nid oes categori i {name}: nid yw yn y drefn ar angen cymunedol nac ar amddifadedd.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{name} is in the {cni} on both: {need} on community need and {deprivation} on deprivation.</source>
        <translation>Mae {name} yn y {cni} ar y ddau: safle {need} ar angen cymunedol a safle {deprivation} ar amddifadedd.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{name} is in the {cni} on community need ({need}) and in the {imd} on deprivation ({deprivation}).</source>
        <translation>Mae {name} yn y {cni} ar angen cymunedol (safle {need}) ac yn y {imd} ar amddifadedd (safle {deprivation}).</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{name} is in the {cni} on community need ({need}), but not in the {imd} on deprivation ({deprivation}).</source>
        <translation>Mae {name} yn y {cni} ar angen cymunedol (safle {need}), ond nid yn y {imd} ar amddifadedd (safle {deprivation}).</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{name} is in the {cni} on neither: {need} on community need and {deprivation} on deprivation.</source>
        <translation>Nid yw {name} yn y {cni} ar y naill na'r llall: safle {need} ar angen cymunedol a safle {deprivation} ar amddifadedd.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{name} is in the {imd} on deprivation ({deprivation}), but not in the {cni} on community need ({need}).</source>
        <translation>Mae {name} yn y {imd} ar amddifadedd (safle {deprivation}), ond nid yn y {cni} ar angen cymunedol (safle {need}).</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{name} is neither in the {cni} on community need ({need}) nor in the {imd} on deprivation ({deprivation}).</source>
        <translation>Nid yw {name} yn y {cni} ar angen cymunedol (safle {need}) nac yn y {imd} ar amddifadedd (safle {deprivation}).</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>{nouns} that its people live in, with their share of its people</source>
        <translation>{nouns} y mae ei bobl yn byw ynddynt, gyda'u cyfran o'i bobl</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>{nouns} that most of its people live in, {shown} of {count}, with their share of its people</source>
        <translation>{nouns} y mae'r rhan fwyaf o'i bobl yn byw ynddynt, {shown} o {count}, gyda'u cyfran o'i bobl</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{of}, decile {decile}</source>
        <translation>{of}, degradd {decile}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{rank} of {n}</source>
        <translation>{rank} o {n}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{rank}nd</source>
        <translation>{rank}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{rank}rd</source>
        <translation>{rank}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{rank}st</source>
        <translation>{rank}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{rank}th</source>
        <translation>{rank}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>{share} of the people of {name} live in left behind {nouns} ({count} of {total}).</source>
        <translation>Cyfran pobl {name} sy'n byw mewn {nouns} wedi'u gadael ar ôl: {share} ({count} o {total}).</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch_words.py"/>
        <source>{share} of the people of {name} live in {nouns} high on both ({count} of {total}).</source>
        <translation>Cyfran pobl {name} sy'n byw mewn {nouns} sy'n uchel ar y ddau: {share} ({count} o {total}).</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_patch.py"/>
        <source>{share}, {count} people</source>
        <translation>{share}, {count} o bobl</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/profile_words.py"/>
        <source>{year} {noun}</source>
        <translation>{noun} {year}</translation>
    </message>
</context>
<context>
    <name>RankScatter</name>
    <message>
        <location filename="../../ui/dialogs/charts/rank_scatter.py"/>
        <source>Ranks of two runs</source>
        <translation>Safleoedd dau rediad</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/rank_scatter.py"/>
        <source>There are no two runs with ranks of the same areas to show.</source>
        <translation>Nid oes dau rediad â safleoedd yr un ardaloedd i'w dangos.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/rank_scatter.py"/>
        <source>joined: {count}</source>
        <translation>ymunodd: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/rank_scatter.py"/>
        <source>left: {count}</source>
        <translation>gadawodd: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/rank_scatter.py"/>
        <source>moved to less need</source>
        <translation>symudodd at lai o angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/rank_scatter.py"/>
        <source>moved to more need</source>
        <translation>symudodd at fwy o angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/rank_scatter.py"/>
        <source>rank 1, most need</source>
        <translation>safle 1, mwyaf o angen</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/rank_scatter.py"/>
        <source>rank {rank}</source>
        <translation>safle {rank}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/rank_scatter.py"/>
        <source>{areas}; not drawn, as they have no rank in one of the runs: {count}</source>
        <translation>{areas}; heb eu llunio, gan nad oes ganddynt safle yn un o'r rhediadau: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/charts/rank_scatter.py"/>
        <source>{area}: rank {first} in {first_run}, rank {second} in {second_run}</source>
        <translation>{area}: safle {first} yn {first_run}, safle {second} yn {second_run}</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <location filename="../../ui/maps/record.py"/>
        <source>among the worst {cni} of {n} on the {index} and the worst {imd} of {n_imd} on deprivation ({table})</source>
        <translation>ymhlith y {cni} gwaethaf o {n} ar y {index} a'r {imd} gwaethaf o {n_imd} ar amddifadedd ({table})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/record.py"/>
        <source>own variant of {index}</source>
        <translation>eich amrywiad eich hun ar {index}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/record.py"/>
        <source>{count} of {areas} {nouns} are high on both ({variant}).</source>
        <translation>Mae {count} o'r {areas} o {nouns} yn uchel ar y ddau ({variant}).</translation>
    </message>
    <message>
        <location filename="../../ui/maps/record.py"/>
        <source>{count} of {areas} {nouns} are high on both: {words} ({variant}).</source>
        <translation>Mae {count} o'r {areas} o {nouns} yn uchel ar y ddau: {words} ({variant}).</translation>
    </message>
    <message>
        <location filename="../../ui/maps/record.py"/>
        <source>{count} of {areas} {nouns} are left behind.</source>
        <translation>Mae {count} o'r {areas} o {nouns} wedi'u gadael ar ôl.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/record.py"/>
        <source>{count} of {areas} {nouns} are left behind: {words}.</source>
        <translation>Mae {count} o'r {areas} o {nouns} wedi'u gadael ar ôl: {words}.</translation>
    </message>
    <message>
        <location filename="../../ui/maps/record.py"/>
        <source>{name}, among the {n} areas supplied</source>
        <translation>{name}, ymhlith y {n} ardal a roddwyd</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <location filename="../../ui/dialogs/row_table.py"/>
        <source>Copy</source>
        <translation>Copïo</translation>
    </message>
</context>
<context>
    <name>Styles</name>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>CNI</source>
        <translation>CNI</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>CNI deciles</source>
        <translation>Degraddau CNI</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>Community need: rank {cni}, decile {cni_decile}</source>
        <translation>Angen cymunedol: safle {cni}, degradd {cni_decile}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>Decile {decile} ({count})</source>
        <translation>Degradd {decile} ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>Decile {decile}, {end} ({count})</source>
        <translation>Degradd {decile}, {end} ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>Deprivation: rank {imd}, decile {imd_decile}</source>
        <translation>Amddifadedd: safle {imd}, degradd {imd_decile}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>Deprived: {limit} on IMD only</source>
        <translation>Difreintiedig: {limit} ar IMD yn unig</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>High need: {limit} on {need} only</source>
        <translation>Angen uchel: {limit} ar {need} yn unig</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>High on both overlay</source>
        <translation>Troshaen uchel ar y ddau</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>High on both: {words}</source>
        <translation>Uchel ar y ddau: {words}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>IMD deciles</source>
        <translation>Degraddau IMD</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>Left behind overlay</source>
        <translation>Troshaen wedi'u gadael ar ôl</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>Left behind: {words}</source>
        <translation>Wedi'u gadael ar ôl: {words}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>No data</source>
        <translation>Dim data</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>No data ({count})</source>
        <translation>Dim data ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>Other: inside neither limit</source>
        <translation>Arall: y tu allan i'r ddau derfyn</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>Other: {limit} on neither</source>
        <translation>Arall: {limit} ar y naill na'r llall</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>least deprived</source>
        <translation>lleiaf difreintiedig</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>least need</source>
        <translation>lleiaf o angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>most deprived</source>
        <translation>mwyaf difreintiedig</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>most need</source>
        <translation>mwyaf o angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>need</source>
        <translation>angen</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>worst {amount}</source>
        <translation>{amount} gwaethaf</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>worst {amount}%</source>
        <translation>{amount}% gwaethaf</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>{cni} on {need} and {imd} on IMD</source>
        <translation>{cni} ar {need} a {imd} ar IMD</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>{domain} deciles</source>
        <translation>Degraddau {domain}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>{index} deciles</source>
        <translation>Degraddau {index}</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>{limit} on both</source>
        <translation>{limit} ar y ddau</translation>
    </message>
    <message>
        <location filename="../../ui/maps/styles.py"/>
        <source>{words} (rebuilt {rebuilt}, published {published})</source>
        <translation>{words} (ailadeiladwyd {rebuilt}, cyhoeddwyd {published})</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <location filename="../../ui/tasks.py"/>
        <source>Details</source>
        <translation>Manylion</translation>
    </message>
    <message>
        <location filename="../../ui/tasks.py"/>
        <source>Saved: {name}</source>
        <translation>Cadwyd: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/tasks.py"/>
        <source>Stopped. Nothing was written.</source>
        <translation>Stopiwyd. Ni ysgrifennwyd dim.</translation>
    </message>
    <message>
        <location filename="../../ui/tasks.py"/>
        <source>The result could not be loaded.</source>
        <translation>Nid oedd modd llwytho'r canlyniad.</translation>
    </message>
    <message>
        <location filename="../../ui/tasks.py"/>
        <source>The result layers are up to date.</source>
        <translation>Mae haenau'r canlyniad yn gyfredol.</translation>
    </message>
    <message>
        <location filename="../../ui/tasks.py"/>
        <source>The run failed without a word. See the log messages.</source>
        <translation>Methodd y rhediad heb air o esboniad. Gweler y negeseuon log.</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <location filename="../../ui/maps/layouts/template.py"/>
        <source>it holds no page</source>
        <translation>nid oes tudalen ynddo</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/template.py"/>
        <source>it is not a layout of QGIS</source>
        <translation>nid cynllun QGIS ydyw</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/template.py"/>
        <source>it is not a text file</source>
        <translation>nid ffeil destun ydyw</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/template.py"/>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/template.py"/>
        <source>map</source>
        <translation>Map</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/template.py"/>
        <source>picture</source>
        <translation>Picture</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/template.py"/>
        <source>scale bar</source>
        <translation>Scale Bar</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/template.py"/>
        <source>shape</source>
        <translation>Shape</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/template.py"/>
        <source>{id} only once</source>
        <translation>{id} unwaith yn unig</translation>
    </message>
    <message>
        <location filename="../../ui/maps/layouts/template.py"/>
        <source>{item}, which is now a {kind}</source>
        <translation>{item}, sydd nawr o'r math {kind}</translation>
    </message>
</context>
<context>
    <name>WeightEditor</name>
    <message>
        <location filename="../../ui/dialogs/weight_editor.py"/>
        <source>A locked weight stays when the others are shared out again</source>
        <translation>Mae pwysiad wedi'i gloi yn aros pan gaiff y lleill eu rhannu eto</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/weight_editor.py"/>
        <source>Choose a domain or an indicator to change its weight.</source>
        <translation>Dewiswch faes neu ddangosydd i newid ei bwysiad.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/weight_editor.py"/>
        <source>Keep the total: share the rest out in proportion</source>
        <translation>Cadw'r cyfanswm: rhannu'r gweddill yn gymesur</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/weight_editor.py"/>
        <source>Lock this weight</source>
        <translation>Cloi'r pwysiad hwn</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/weight_editor.py"/>
        <source>Share of the index: known once the index is computed</source>
        <translation>Cyfran o'r mynegai: yn hysbys ar ôl cyfrifo'r mynegai</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/weight_editor.py"/>
        <source>Share of the index: {share}</source>
        <translation>Cyfran o'r mynegai: {share}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/weight_editor.py"/>
        <source>Share of the index: {share} ({within} of '{domain}')</source>
        <translation>Cyfran o'r mynegai: {share} ({within} o '{domain}')</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/weight_editor.py"/>
        <source>Weight of '{part}'</source>
        <translation>Pwysiad '{part}'</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/weight_editor.py"/>
        <source>Weight of {part}</source>
        <translation>Pwysiad {part}</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/weight_editor.py"/>
        <source>Weight of {part}, slider</source>
        <translation>Pwysiad {part}, llithrydd</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/weight_editor.py"/>
        <source>What this part gains, the unlocked others beside it lose, each in proportion to its weight</source>
        <translation>Yr hyn y mae'r rhan hon yn ei ennill, mae'r lleill wrth ei hymyl sydd heb eu cloi yn ei golli, pob un yn gymesur â'i phwysiad</translation>
    </message>
</context>
<context>
    <name>Weighting</name>
    <message>
        <location filename="../../ui/dialogs/weighting.py"/>
        <source>It is the only part of '{domain}', so it always counts in full.</source>
        <translation>Dyma unig ran '{domain}', felly mae bob amser yn cyfrif yn llawn.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/weighting.py"/>
        <source>Locked. Unlock it to change its weight.</source>
        <translation>Wedi'i gloi. Datglowch ef i newid ei bwysiad.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/weighting.py"/>
        <source>The other parts of '{domain}' are locked, so this weight cannot change while the total is kept. Unlock one of them, or do not keep the total.</source>
        <translation>Mae rhannau eraill '{domain}' wedi'u cloi, felly ni all y pwysiad hwn newid tra cedwir y cyfanswm. Datglowch un ohonynt, neu peidiwch â chadw'r cyfanswm.</translation>
    </message>
    <message>
        <location filename="../../ui/dialogs/weighting.py"/>
        <source>The weights in '{domain}' are worked out from the data, by factor analysis. To set them yourself, give this domain equal weights or weights of your own.</source>
        <translation>Caiff y pwysiadau yn '{domain}' eu cyfrifo o'r data, drwy ddadansoddi ffactorau. I'w gosod eich hun, rhowch bwysiadau cyfartal neu bwysiadau o'ch eiddo eich hun i'r maes hwn.</translation>
    </message>
</context>
</TS>
