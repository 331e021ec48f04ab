/** The metadata inside PDFKit, which its types do not have. */
interface WithMetadata {
  appendXML(xml: string): void;
}

const UA = 'http://www.aiim.org/pdfua/ns/id/';

/**
 * Says that the document is PDF/UA-1 besides PDF/A-3: PDFKit can say one of the two. PDF/A takes no name that it does not
 * know, unless the document describes it (ISO 19005-3, 6.6.2.3.3).
 */
export function accessible(doc: PDFKit.PDFDocument): void {
  (doc as unknown as WithMetadata).appendXML(`
    <rdf:Description xmlns:pdfuaid="${UA}" rdf:about="">
      <pdfuaid:part>1</pdfuaid:part>
    </rdf:Description>
    <rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
      <pdfaExtension:schemas>
        <rdf:Bag>
          <rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>${UA}</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property>
              <rdf:Seq>
                <rdf:li rdf:parseType="Resource">
                  <pdfaProperty:name>part</pdfaProperty:name>
                  <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                  <pdfaProperty:category>internal</pdfaProperty:category>
                  <pdfaProperty:description>The part of ISO 14289 that the document conforms to</pdfaProperty:description>
                </rdf:li>
              </rdf:Seq>
            </pdfaSchema:property>
          </rdf:li>
        </rdf:Bag>
      </pdfaExtension:schemas>
    </rdf:Description>`);
}
